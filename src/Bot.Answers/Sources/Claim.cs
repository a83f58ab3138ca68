using Bot.Answers.Items;
using Bot.Answers.Replies;
using Bot.Archive.Entities;
using Bot.Archive.Queries;
using Bot.Archive.Saving;
using Bot.Briefings.Citations;
using Bot.Briefings.Model;
using Bot.Chat.Trees;
using Bot.Posts;
using Markdig.Syntax.Inlines;

namespace Bot.Answers.Sources;

/// <summary>An item of a briefing as something that its sources must carry.</summary>
/// <param name="Numbers">References that it cites and that exist.</param>
public sealed record Claim(ArchivedItem Item, IReadOnlyList<int> Numbers, Support Support)
{
    private static readonly Dictionary<int, Reference> NoReferences = [];

    /// <summary>
    /// Two numbers for one address are one source; a link in the text is one, too; a reference without an address stands for its
    /// publisher.
    /// </summary>
    public static Claim Of(ArchivedItem item, ILookup<int, Reference> references)
    {
        ArgumentNullException.ThrowIfNull(references);
        var (numbers, links) = Cited(item);
        var known = numbers.Where(references.Contains).ToList();
        var cited = known.Select(number => references[number].First()).ToList();
        var sources = cited.Select(reference => reference.Url ?? reference.Text).Concat(links).Distinct(StringComparer.Ordinal).Count();
        var domains = cited
            .Select(reference => SourceDomain.Of(reference.Url) ?? reference.Publisher ?? reference.Text)
            .Concat(links.Select(link => SourceDomain.Of(link) ?? link))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Count();
        var support =
            sources > 1 ? (domains == 1 ? Support.OneDomain : Support.Several)
            : sources == 1 ? Support.Single
            : numbers.Count > 0 ? Support.Unknown
            : Support.None;
        return new Claim(item, known, support);
    }

    private static (IReadOnlyList<int> Numbers, IReadOnlyList<string> Links) Cited(ArchivedItem item)
    {
        var isRow = item.Kind == ItemKind.ComparisonRow;
        var entry = ItemEntry.Of(item);
        var markdown = isRow ? string.Join("\n\n", EntryJson.ReadComparisonRow(item.Data).Cells) : entry.Markdown;
        // Most texts have no link, and need not be parsed again.
        if (!isRow && !markdown.Contains("http", StringComparison.OrdinalIgnoreCase))
        {
            return ([.. entry.Citations.Distinct()], []);
        }

        var blocks = AuthorText.Blocks(markdown, NoReferences);
        var links = blocks
            .SelectMany(Walk.Inlines<LinkInline>)
            .Where(link => !link.IsImage)
            .Select(link => SafeUrl.Of(link.Url))
            .OfType<string>();
        var numbers = isRow ? blocks.SelectMany(Walk.Inlines<CitationInline>).SelectMany(mark => mark.Numbers) : entry.Citations;
        return ([.. numbers.Distinct()], [.. links]);
    }
}
