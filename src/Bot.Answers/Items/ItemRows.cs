using Bot.Answers.Funding;
using Bot.Answers.Replies;
using Bot.Archive.Entities;
using Bot.Archive.Queries;
using Bot.Archive.Saving;
using Bot.Archive.Search;
using Bot.Chat.Messages;
using Bot.Chat.Sections;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Bot.Posts;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Answers.Items;

/// <summary>Items in an answer: each a card with its headline, perhaps a passage, its day and its sources as links.</summary>
public sealed class ItemRows(AnswerFrame frame, CitedSources sources)
{
    public static async Task<ItemRows> LoadAsync(
        ReferenceQueries references,
        AnswerFrame frame,
        IEnumerable<ArchivedItem> items,
        CancellationToken cancellationToken
    ) =>
        new(
            frame,
            await CitedSources.LoadAsync(
                references,
                frame,
                items.Select(item => (item.Briefing.Id, ItemEntry.Of(item).Citations)),
                cancellationToken
            )
        );

    /// <param name="match">Shows the passage that matches.</param>
    /// <param name="namesSection">The list is of several kinds.</param>
    public RoleBlock Card(ArchivedItem item, SearchMatch? match = null, bool namesSection = false)
    {
        ArgumentNullException.ThrowIfNull(item);
        var round = item.Kind == ItemKind.Funding ? EntryJson.ReadFunding(item.Data) : null;
        var title =
            ItemTitle.Of(item.Headline)
            + (round?.Amount is null ? "" : frame.Texts.Shared.NameSeparator + RoundLines.Amount(round, frame.Texts));
        var lines = new List<IReadOnlyList<Inline>> { new Inline[] { Nodes.Bold(Nodes.Text(Line(title))) } };
        if (
            match is { Start: >= 0 } found
            && Passage.Of(item.Body, found.Start, found.Length) is { Length: > 0 } passage
            && !item.Headline.StartsWith(passage, StringComparison.Ordinal)
        )
        {
            lines.Add([Nodes.Text(Line(passage))]);
        }

        var facts = new List<string> { frame.ShortDay(item.Briefing) };
        if (namesSection)
        {
            facts.Add(SectionWords.NameOf(item.Section).In(frame.Texts.Locale));
        }

        if (round?.Stage is { } stage)
        {
            facts.Add(StageNames.Of(stage, frame.Texts.Shared));
        }

        if (item.Briefing.IsSample)
        {
            facts.Add(frame.Texts.Shared["Sample"]);
        }

        var named = sources.Named(item.Briefing.Id, ItemEntry.Of(item).Citations);
        var told = string.Join(frame.Texts.Shared.Separator, facts);
        lines.Add(named.Count == 0 ? [Nodes.Text(told)] : [Nodes.Text(told + frame.Texts.Shared.Separator), .. named]);
        return Nodes.Role(BlockRole.Card, AnswerFrame.Lines(lines));
    }

    /// <summary>An item as its author wrote it, then its day and its sources.</summary>
    public IEnumerable<Block> Whole(ArchivedItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        List<Block> blocks = [.. Body(item)];
        blocks.Insert(0, frame.From(item.Briefing));
        if (SourcesLine.For(blocks, frame.Texts.Locale) is { } line)
        {
            blocks.Add(line);
        }

        return blocks;
    }

    /// <summary>An item's text as its author wrote it, with its citations as links.</summary>
    public IReadOnlyList<Block> Body(ArchivedItem item) => AuthorText.Blocks(ItemEntry.Of(item).Markdown, sources.Of(item.Briefing.Id));

    private static string Line(string text) => Invisible.Drop(FlatText.Collapse(text));
}
