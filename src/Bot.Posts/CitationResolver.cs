using Bot.Briefings.Citations;
using Bot.Briefings.Model;
using Bot.Chat.Trees;
using Markdig.Syntax;

namespace Bot.Posts;

/// <summary>Joins citation marks with the briefing's references.</summary>
public static class CitationResolver
{
    /// <summary>References by number; of two with one number the first, as a reader would look it up.</summary>
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

    /// <summary>Sets the sources of every citation in the blocks; one without a reference gets null.</summary>
    public static void Resolve(IEnumerable<Block> blocks, IReadOnlyDictionary<int, Reference> references)
    {
        foreach (var citation in blocks.SelectMany(Walk.Inlines<CitationInline>))
        {
            citation.Sources = [.. citation.Numbers.Select(references.GetValueOrDefault)];
        }
    }

    /// <summary>
    /// The numbers of a mark, each with the address it links to: its source's, else the author's own on the mark, else
    /// none. What every renderer shows.
    /// </summary>
    public static IEnumerable<(int Number, string? Url)> Links(CitationInline citation) =>
        citation.Numbers.Select((number, at) => (number, SafeUrl.Of(citation.Sources.ElementAtOrDefault(at)?.Url) ?? SafeUrl.Of(citation.Url)));
}
