using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Briefings.Filters;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Filters;
using Bot.Chat.Messages;
using Bot.Chat.Platforms;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Answers.Replies;

/// <summary>What all parts of an answer share: texts, dates, series.</summary>
/// <param name="call">With its arguments as they were understood; repeats the answer.</param>
public sealed class AnswerFrame(CommandCall call, Series series, TimeProvider clock)
{
    private readonly List<BriefingKey> _named = [];

    /// <summary>A button row holds five on every platform.</summary>
    private const int MostButtons = 5;

    /// <summary>The command line. Programs read its output, so its dates are ISO 8601.</summary>
    public static PlatformId CommandLine { get; } = new("cli");

    /// <summary>
    /// The frame of an answer to a question with these arguments, and the days to search: those that are typed, else the one that the call
    /// is pinned to, else up to the one that it is pinned to.
    /// </summary>
    /// <param name="text">The arguments as they were understood, without a day.</param>
    /// <param name="typed">Null: the text names no time.</param>
    public static (AnswerFrame Frame, DateSpan Days) Of(CommandCall call, string text, DateSpan? typed, Series series, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(call);
        var isUpTo = call.UpTo && typed is null;
        var asked = typed ?? (isUpTo || call.Date is not { } pinned ? null : DateSpan.Of(pinned));
        var frame = new AnswerFrame(
            call with
            {
                Text = text,
                Date = asked is { IsDay: true } day ? day.From : null,
                UpTo = false,
            },
            series,
            clock
        )
        {
            Asked = asked,
        };
        return (frame, asked ?? (isUpTo ? DateSpan.UpTo(call.Date) : DateSpan.All));
    }

    /// <summary>The same for an answer from a single briefing: null days mean the newest.</summary>
    public static (AnswerFrame Frame, DateSpan? Asked) OfDays(
        CommandCall call,
        string text,
        DateSpan? typed,
        Series series,
        TimeProvider clock
    )
    {
        var (frame, _) = Of(call with { UpTo = false }, text, typed, series, clock);
        return (frame, frame.Asked);
    }

    /// <summary>The days that were asked about; null: all.</summary>
    public DateSpan? Asked { get; private init; }

    /// <summary>The single day that was asked about.</summary>
    public DateOnly? Date => Asked is { IsDay: true } day ? day.From : null;

    /// <summary>The answer is limited to days that were asked about.</summary>
    public bool IsBounded => Asked is not null;

    public AnswerTexts Texts { get; } = AnswerTexts.In(call.Locale);

    public string Series => series.Key;

    /// <summary>Where it is asked; null outside of any channel.</summary>
    public ChannelAddress? Channel =>
        call.Channel.Length == 0 || call.Workspace.Length == 0 ? null : new ChannelAddress(call.Platform, call.Workspace, call.Channel);

    public AnswerDates Dates { get; } =
        new(
            call.Locale,
            call.Platform == CommandLine || call.IsForPrograms ? DateForm.Iso : DateForm.Post,
            DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), series.Zone).Date)
        );

    public Button Button(string label, string command, string arguments, DateOnly? date) => new(label, command, arguments, Series, date);

    /// <summary>A button that repeats a command for one briefing; its label names the day.</summary>
    public Button DayButton(AnswerText label, string command, ArchivedBriefing briefing) =>
        Button(Texts.Of(label, ShortDay(briefing)), command, EditionNames.Argument(briefing.Date, briefing.Edition), briefing.Date);

    /// <summary>Where an operator reads: commands of the command line are of use to him.</summary>
    public bool IsOperators => call.IsOperators || call.Platform == CommandLine || call.Platform == PlatformId.Web;

    /// <summary>A briefing's day, with its edition. A reply that is made afterwards counts it among those that it names.</summary>
    public string Day(ArchivedBriefing briefing)
    {
        Name(briefing);
        return WithEdition(Dates.Day(briefing.Date), briefing.Edition);
    }

    /// <summary>The same within a line and on a button.</summary>
    public string ShortDay(ArchivedBriefing briefing)
    {
        Name(briefing);
        return WithEdition(Dates.Short(briefing.Date), briefing.Edition);
    }

    /// <summary>The same as a fact, with its year.</summary>
    public string FullDay(ArchivedBriefing briefing)
    {
        Name(briefing);
        return WithEdition(Dates.Full(briefing.Date), briefing.Edition);
    }

    public string WithEdition(string day, string edition) => $"{day} {EditionNames.Of(edition, call.Locale)}".TrimEnd();

    /// <summary>The small line that names the source briefing.</summary>
    public RoleBlock From(ArchivedBriefing briefing)
    {
        var line = Texts.Of(AnswerText.OfBriefing, Day(briefing));
        return Nodes.Small(briefing.IsSample ? line + Texts.Shared.Separator + Texts.Shared["Sample"] : line);
    }

    /// <summary>First line of an answer: what was asked for, in one sentence.</summary>
    public static ParagraphBlock First(string sentence) => Nodes.Paragraph([Nodes.Bold(Nodes.Text(sentence))]);

    /// <summary>An example call that can be typed as is.</summary>
    public RoleBlock Example(string line) =>
        Nodes.Role(BlockRole.Small, Nodes.Paragraph(Nodes.Text(Texts[AnswerText.Example]), new CodeInline(Typed(line))));

    /// <summary>A command line as it is typed on the caller's platform, with slash.</summary>
    public string Typed(string line)
    {
        return call.Typed.On(call.Platform, line);
    }

    /// <summary>The words are no argument of the command.</summary>
    public Reply NotUnderstood(string words, string command) =>
        Reply(
            [First(Texts.Of(AnswerText.NotUnderstood, AskedText.Shown(words))), Times(), Example(command)],
            Button(Typed(command), command, "", date: null)
        ) with
        {
            Succeeded = false,
        };

    /// <summary>The words have a condition that was not understood: where, and what could stand there.</summary>
    public Reply Misread(FilterError error, string words, string command)
    {
        ArgumentNullException.ThrowIfNull(error);
        ArgumentNullException.ThrowIfNull(words);
        var mended = FilterText.Mended(error, words);
        // A colon may also be meant as it stands.
        var literal = error.Problem == FilterProblem.UnknownField && !words.Contains('"', StringComparison.Ordinal) ? $"\"{words}\"" : null;
        return Reply(
            [
                First(FilterText.Of(error, Texts.Locale)),
                .. FilterText.Meant(error, Texts.Locale) is { } meant ? [Nodes.Small(meant)] : Array.Empty<Block>(),
                .. FilterText.Possible(error, Texts.Locale) is { } possible ? [Nodes.Small(possible)] : Array.Empty<Block>(),
                Example($"{command} company:xai amount>=$100M"),
            ],
            new[] { mended, literal }.OfType<string>().Select(text => Button(AskedText.Shown(text), command, text, date: null))
        ) with
        {
            Succeeded = false,
        };
    }

    /// <summary>How times may be written, for who wrote what is none.</summary>
    public RoleBlock Times() => Nodes.Small(Texts[AnswerText.TimesUnderstood]);

    /// <summary>Which part of a longer list is shown, in brackets; empty for the whole.</summary>
    public string Part(int skip, int shown, int total) =>
        shown == total ? "" : Texts.Aside(Texts.Of(AnswerText.FundingPart, skip + 1, skip + shown));

    /// <summary>Shown once if everything is from a sample; a list of mixed origin marks its lines instead.</summary>
    public IEnumerable<Block> SampleNote(IEnumerable<ArchivedBriefing> shown) =>
        shown.All(briefing => briefing.IsSample) ? [Nodes.Small(Texts[AnswerText.Sample])] : [];

    /// <summary>One paragraph with the given lines.</summary>
    public static ParagraphBlock Lines(IEnumerable<IReadOnlyList<Inline>> lines) =>
        Nodes.Paragraph(lines.SelectMany(IEnumerable<Inline> (line, at) => at == 0 ? line : [Nodes.Break(), .. line]));

    /// <summary>An answer from a single briefing: links to that briefing's post and, when repeated, uses the same briefing.</summary>
    public Reply OfDay(ArchivedBriefing briefing, Reply reply) =>
        About(briefing, reply) with
        {
            Pinned = call with { Series = Series, Date = briefing.Date, Text = Named(briefing) },
        };

    /// <summary>An answer from the whole archive: when repeated, uses only days up to the last one it covers.</summary>
    public Reply UpTo(DateOnly last, Reply reply) => reply with { Pinned = call with { Series = Series, Date = last, UpTo = true } };

    /// <summary>Adds a link to the briefing's post if it was posted to the asking channel.</summary>
    public Reply About(ArchivedBriefing briefing, Reply reply) =>
        reply with
        {
            Message = reply.Message with
            {
                Post = new PostLink(Texts.Shared.Format("ButtonPost", ShortDay(briefing)), Series, briefing.Date)
                {
                    Edition = briefing.Edition,
                },
            },
            Briefings = reply.Briefings.Contains(briefing.Key) ? reply.Briefings : [briefing.Key, .. reply.Briefings],
        };

    /// <summary>A composed message as an answer; when repeated, it uses the same series.</summary>
    public Reply Reply(Message message, params IEnumerable<Button> buttons) =>
        new(message with { Buttons = [.. buttons.Take(MostButtons)] }) { Pinned = call with { Series = Series }, Briefings = [.. _named] };

    private void Name(ArchivedBriefing briefing)
    {
        if (!_named.Contains(briefing.Key))
        {
            _named.Add(briefing.Key);
        }
    }

    /// <summary>The call's text with the edition that it was answered from: without it the day's unnamed briefing would be meant.</summary>
    private string Named(ArchivedBriefing briefing) => $"{call.Text} {EditionNames.Argument(briefing.Date, briefing.Edition)}".Trim();

    public Reply Reply(IEnumerable<Block> blocks, params IEnumerable<Button> buttons)
    {
        var body = new MarkdownDocument();
        foreach (var block in blocks)
        {
            body.Add(block);
        }

        return Reply(new Message(body) { Locale = Texts.Locale }, buttons);
    }
}
