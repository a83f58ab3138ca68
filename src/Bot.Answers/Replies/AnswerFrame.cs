using Bot.Answers.Series;
using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Trees;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Answers.Replies;

/// <summary>What all parts of one answer share: its texts, its dates, its series.</summary>
public sealed class AnswerFrame(CommandCall call, AskableSeries series, TimeProvider clock)
{
    public AnswerTexts Texts { get; } = AnswerTexts.In(call.Locale);

    public string Series => series.Key;

    public AnswerDates Dates { get; } = new(
        call.Locale,
        call.Platform == TextPlatform,
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), series.Zone).Date));

    /// <summary>The platform of <c>ask</c>'s plain text; programs read it, so its dates are ISO.</summary>
    public static Bot.Chat.Platforms.PlatformId TextPlatform { get; } = new("text");

    public Button Button(string label, string command, string arguments, DateOnly? date) => new(label, command, arguments, Series, date);

    /// <summary>The small line that names the briefing an answer comes from.</summary>
    public RoleBlock From(ArchivedBriefing briefing)
    {
        var line = Texts.Of(AnswerText.OfBriefing, Dates.Day(briefing.Date));
        return Nodes.Small(briefing.IsSample ? line + Texts[AnswerText.Separator] + Texts[AnswerText.SampleMark] : line);
    }

    /// <summary>First line of an answer: what was asked for, in one sentence.</summary>
    public static ParagraphBlock First(string sentence) => Nodes.Paragraph(Nodes.Bold(Nodes.Text(sentence)));

    /// <summary>A label and what it labels.</summary>
    public ParagraphBlock Labelled(AnswerText label, params IEnumerable<Inline> value) =>
        Nodes.Paragraph([Nodes.Text(Texts[label] + Texts[AnswerText.LabelGap]), .. value]);

    /// <summary>An example call, to be typed as it stands.</summary>
    public RoleBlock Example(string call) =>
        Nodes.Role(BlockRole.Small, Nodes.Paragraph(Nodes.Text(Texts[AnswerText.Example]), new CodeInline("/" + call)));

    public Reply Reply(IEnumerable<Block> blocks, params IEnumerable<Button> buttons)
    {
        var body = new MarkdownDocument();
        foreach (var block in blocks)
        {
            body.Add(block);
        }

        // Five is what the platforms' rows hold.
        return new Reply(new Message(body) { Buttons = [.. buttons.Take(5)], Locale = Texts.Locale });
    }
}
