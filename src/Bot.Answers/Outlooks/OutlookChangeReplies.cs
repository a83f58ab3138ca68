using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Briefings.Model;
using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Trees;
using Markdig.Syntax;

namespace Bot.Answers.Outlooks;

/// <summary>Words how an outlook differs from the previous one: a card a change, the earlier text before the later.</summary>
internal sealed class OutlookChangeReplies(AnswerFrame frame, ArchivedBriefing briefing, CitedSources sources)
{
    private AnswerTexts Texts => frame.Texts;

    public Reply NoPrevious() =>
        frame.OfDay(
            briefing,
            frame.Reply(
                [AnswerFrame.First(Texts.Of(AnswerText.OutlookNoPrevious, frame.Day(briefing)))],
                frame.DayButton(AnswerText.OutlookOfDay, OutlookHandler.Name, briefing)
            )
        );

    public Reply Of(ArchivedBriefing previous, IReadOnlyList<OutlookChange> changes)
    {
        var blocks = new List<Block>
        {
            AnswerFrame.First(
                changes.Count == 0
                    ? Texts.Of(AnswerText.OutlookUnchanged, frame.Day(previous), frame.Day(briefing))
                    : Texts.Of(AnswerText.OutlookChanged, frame.Day(previous), frame.Day(briefing), changes.Count)
            ),
        };
        blocks.AddRange(frame.SampleNote([previous, briefing]));
        blocks.AddRange(changes.Select(change => Card(change, previous)));
        return frame.OfDay(
            briefing,
            frame.Reply(
                blocks,
                frame.DayButton(AnswerText.OutlookOfDay, OutlookHandler.Name, briefing),
                frame.DayButton(AnswerText.OutlookOfDay, OutlookHandler.Name, previous)
            )
        );
    }

    private RoleBlock Card(OutlookChange change, ArchivedBriefing previous)
    {
        var card = Nodes.Role(BlockRole.Card);
        var label = Nodes.Bold(Nodes.Text(change.Label));
        switch (change)
        {
            case { Before: null, After: { } added }:
                card.Add(Nodes.Paragraph(label, Nodes.Text(" " + Texts[AnswerText.RowNew])));
                Add(card, briefing, added);
                break;
            case { Before: { } gone, After: null }:
                card.Add(Nodes.Paragraph(label, Nodes.Text(" " + Texts[AnswerText.RowGone])));
                Add(card, previous, gone);
                break;
            case { Before: { } before, After: { } after }:
                card.Add(Nodes.Paragraph([label]));
                Add(card, previous, before);
                card.Add(Nodes.Paragraph("\u2193"));
                Add(card, briefing, after);
                break;
        }

        return card;
    }

    /// <summary>The day, the author's text, and its sources.</summary>
    private void Add(RoleBlock card, ArchivedBriefing told, Outlook entry)
    {
        card.Add(Nodes.Paragraph(frame.ShortDay(told)));
        foreach (var block in AuthorText.Blocks(entry.Body, sources.Of(told.Id)))
        {
            card.Add(block);
        }

        if (sources.Named(told.Id, entry.Citations) is { Count: > 0 } named)
        {
            card.Add(Nodes.Paragraph(named));
        }
    }
}
