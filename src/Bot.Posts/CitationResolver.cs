using Bot.Briefings.Citations;
using Bot.Briefings.Model;
using Bot.Chat.Trees;
using Markdig.Syntax;

namespace Bot.Posts;

/// <summary>Resolves citation marks to the briefing's references.</summary>
public static class CitationResolver
{
    /// <summary>References by number. If a number occurs twice, the first wins, as it would for a reader.</summary>
    public static IReadOnlyDictionary<int, Reference> ByNumber(IEnumerable<Reference> references)
    {
        var numbers = new Dictionary<int, Reference>();
        foreach (var reference in references)
        {
            if (reference.Number is { } number)
            {
                numbers.TryAdd(number, reference);
            }
        }

        return numbers;
    }

    /// <summary>Sets the sources of every citation in the blocks; null for a number without a reference.</summary>
    public static void Resolve(IEnumerable<Block> blocks, IReadOnlyDictionary<int, Reference> references)
    {
        foreach (var citation in blocks.SelectMany(Walk.Inlines<CitationInline>))
        {
            citation.Sources = [.. citation.Numbers.Select(references.GetValueOrDefault)];
        }
    }

    /// <summary>
    /// The numbers of a mark, each with the address it links to: its source's, else the one the author put on the mark,
    /// else none. Every renderer shows these.
    /// </summary>
    public static IEnumerable<(int Number, string? Url)> Links(CitationInline citation) =>
        citation.Numbers.Select(
            (number, at) => (number, SafeUrl.Of(citation.Sources.ElementAtOrDefault(at)?.Url) ?? SafeUrl.Of(citation.Url))
        );
}
