using Bot.Archive.Queries;
using Bot.Briefings.Citations;
using Bot.Briefings.Model;
using Bot.Chat.Trees;
using Bot.Posts;
using Markdig.Syntax.Inlines;

namespace Bot.Answers.Replies;

/// <summary>The references an answer cites, read once for all its parts.</summary>
public sealed class CitedSources(ILookup<int, Reference> references, string separator)
{
    public static async Task<CitedSources> LoadAsync(
        ReferenceQueries queries,
        AnswerFrame frame,
        IEnumerable<(int Briefing, IReadOnlyList<int> Numbers)> citations,
        CancellationToken cancellationToken
    )
    {
        var cited = citations.SelectMany(entry => entry.Numbers.Select(number => (entry.Briefing, number)));
        return new CitedSources(await queries.CitedAsync(cited, cancellationToken), frame.Texts.Shared.Separator);
    }

    /// <summary>A briefing's cited references by number.</summary>
    public IReadOnlyDictionary<int, Reference> Of(int briefing) => CitationResolver.ByNumber(references[briefing]);

    /// <summary>A citation mark that knows its sources.</summary>
    public CitationInline Mark(int briefing, IReadOnlyList<int> numbers)
    {
        var byNumber = Of(briefing);
        return new CitationInline { Numbers = numbers, Sources = [.. numbers.Select(byNumber.GetValueOrDefault)] };
    }

    /// <summary>The cited sources by number and publisher, linked if they have an address: [8] CNBC. Empty without citations.</summary>
    public IReadOnlyList<Inline> Named(int briefing, IReadOnlyList<int> numbers)
    {
        var byNumber = Of(briefing);
        var sources = new List<Inline>();
        foreach (var number in numbers)
        {
            if (sources.Count > 0)
            {
                sources.Add(Nodes.Text(separator));
            }

            // Without a reference, only the number.
            var reference = byNumber.GetValueOrDefault(number);
            var name = AskedText.Clean(FormattableString.Invariant($"[{number}] {reference?.Publisher ?? reference?.Title}"));
            sources.Add(SafeUrl.Of(reference?.Url) is { } url ? Nodes.Link(url, name) : Nodes.Text(name));
        }

        return sources;
    }
}
