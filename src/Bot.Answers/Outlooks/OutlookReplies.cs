using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Trees;
using Bot.Posts;
using Markdig.Syntax;

namespace Bot.Answers.Outlooks;

/// <summary>Words the answers about a briefing's outlook.</summary>
/// <param name="asked">The requested days; null for the newest.</param>
public sealed class OutlookReplies(AnswerFrame frame, DateSpan? asked)
{
    private AnswerTexts Texts => frame.Texts;

    /// <summary>One horizon: its label and headline, the day, the text. Several entries for one horizon follow one another.</summary>
    public Reply One(ArchivedOutlook outlook, IReadOnlyList<Outlook> entries, CitedSources sources)
    {
        var first = entries[0];
        var blocks = new List<Block>
        {
            AnswerFrame.First(first.Headline is { } headline ? first.Label + Texts[AnswerText.Colon] + headline : first.Label),
            frame.From(outlook.Briefing),
        };
        blocks.AddRange(entries.Select(entry => Card(outlook.Briefing, entry, entry == first ? null : entry.Label, sources)));
        AddSources(blocks);
        var others = outlook.Entries.Select(entry => entry.Horizon).Distinct().Where(horizon => horizon != first.Horizon);
        return frame.OfDay(
            outlook.Briefing,
            frame.Reply(
                blocks,
                [
                    .. others.Select(horizon => HorizonButton(horizon, outlook.Briefing)),
                    ChangesButton(outlook.Briefing, HorizonArgument.Value(first.Horizon)),
                    SourcesButton(outlook.Briefing),
                ]
            )
        );
    }

    public Reply All(ArchivedBriefing briefing, IReadOnlyList<Outlook> entries, CitedSources sources)
    {
        var blocks = new List<Block>
        {
            AnswerFrame.First(Texts.Counted(AnswerText.OutlookOne, AnswerText.OutlookAll, entries.Count, frame.Day(briefing))),
        };
        if (briefing.IsSample)
        {
            blocks.Add(Nodes.Small(Texts[AnswerText.Sample]));
        }

        blocks.AddRange(entries.Select(entry => Card(briefing, entry, entry.Label, sources)));
        AddSources(blocks);
        return frame.OfDay(
            briefing,
            frame.Reply(
                blocks,
                ChangesButton(briefing, ""),
                frame.DayButton(AnswerText.FundingOfDay, "funding", briefing),
                SourcesButton(briefing)
            )
        );
    }

    /// <param name="other">The newest briefing that has an outlook, if any.</param>
    /// <param name="newest">The newest briefing.</param>
    /// <param name="held">What waits for confirmation and may have one.</param>
    public Reply Nothing(Horizon? horizon, ArchivedBriefing? other, ArchivedBriefing newest, IReadOnlyList<HeldBriefing> held)
    {
        var sentence = (horizon, asked) switch
        {
            (null, null) => Texts[AnswerText.OutlookNone],
            (null, { } days) => Texts.Of(AnswerText.OutlookNoneOfDay, frame.Dates.Span(days)),
            ({ } one, null) => Texts.Of(AnswerText.OutlookHorizonNone, Name(one)),
            ({ } one, { } days) => Texts.Of(AnswerText.OutlookHorizonNoneOfDay, frame.Dates.Span(days), Name(one)),
        };
        return frame.Reply(
            [AnswerFrame.First(sentence), .. OtherBriefings.Held(frame, held)],
            other is null
                ? frame.DayButton(AnswerText.FundingOfDay, "funding", newest)
                : frame.DayButton(AnswerText.OutlookOfDay, OutlookHandler.Name, other)
        );
    }

    public Reply Unknown(string words) =>
        frame.Reply(
            [
                AnswerFrame.First(Texts.Of(AnswerText.OutlookUnknown, AskedText.Shown(words))),
                frame.Times(),
                frame.Example($"{OutlookHandler.Name} {HorizonArgument.Value(Horizon.Medium)}"),
            ],
            Enum.GetValues<Horizon>().Select(horizon => HorizonButton(horizon, asked is { IsDay: true } day ? day.From : null))
        );

    private RoleBlock Card(ArchivedBriefing briefing, Outlook entry, string? label, CitedSources sources) =>
        OutlookCard.Compose(label, AuthorText.Blocks(entry.Body, sources.Of(briefing.Id)), entry, Texts.Locale);

    private void AddSources(List<Block> blocks)
    {
        if (SourcesLine.For(blocks, Texts.Locale) is { } line)
        {
            blocks.Add(line);
        }
    }

    private Button HorizonButton(Horizon horizon, DateOnly? date) =>
        frame.Button(Name(horizon), OutlookHandler.Name, HorizonArgument.Value(horizon), date);

    private Button HorizonButton(Horizon horizon, ArchivedBriefing briefing) =>
        frame.Button(
            Name(horizon),
            OutlookHandler.Name,
            $"{HorizonArgument.Value(horizon)} {EditionNames.Argument(briefing.Date, briefing.Edition)}".TrimEnd(),
            briefing.Date
        );

    private Button ChangesButton(ArchivedBriefing briefing, string horizon) =>
        frame.Button(
            Texts[AnswerText.ChoiceDiff],
            OutlookHandler.Name,
            $"{horizon} {OutlookHandler.Changes} {EditionNames.Argument(briefing.Date, briefing.Edition)}".Trim(),
            briefing.Date
        );

    private Button SourcesButton(ArchivedBriefing briefing) => frame.DayButton(AnswerText.SourcesOfDay, "sources", briefing);

    private string Name(Horizon horizon) =>
        Texts[
            horizon switch
            {
                Horizon.Short => AnswerText.HorizonShort,
                Horizon.Medium => AnswerText.HorizonMedium,
                _ => AnswerText.HorizonLong,
            }
        ];
}
