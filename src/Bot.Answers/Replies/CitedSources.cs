using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Briefings.Model;
using Bot.Chat.Trees;
using Markdig.Syntax.Inlines;

namespace Bot.Answers.Replies;

/// <summary>The references that an answer cites, read once for all its parts.</summary>
public sealed class CitedSources(IReadOnlyDictionary<int, IReadOnlyList<Reference>> references)
{
    public static async Task<CitedSources> LoadAsync(
        ReferenceQueries queries, IEnumerable<(int Briefing, IReadOnlyList<int> Numbers)> citations, CancellationToken cancellationToken) =>
        new(await queries.CitedAsync(citations.SelectMany(cited => cited.Numbers.Select(number => (cited.Briefing, number))), cancellationToken));

    public IReadOnlyList<Reference> Of(int briefing) => references.TryGetValue(briefing, out var found) ? found : [];

    /// <summary>The cited sources by number and publisher, each a link where it has an address: 8 CNBC. Empty without citations.</summary>
    public IReadOnlyList<Inline> Named(int briefing, IReadOnlyList<int> numbers, AnswerTexts texts)
    {
        var sources = new List<Inline>();
        foreach (var number in numbers)
        {
            sources.Add(Nodes.Text(sources.Count == 0 ? " " : texts[AnswerText.Separator]));
            var reference = Of(briefing).FirstOrDefault(reference => reference.Number == number);
            var name = Name(number, reference);
            sources.Add(reference?.Url is { } url ? Nodes.Link(url, name) : Nodes.Text(name));
        }

        return sources;
    }

    /// <summary>8 CNBC; without a publisher the title; the bare number if no reference has it.</summary>
    private static string Name(int number, Reference? reference)
    {
        var name = reference?.Publisher ?? reference?.Title;
        return FormattableString.Invariant($"{number} {name}").TrimEnd();
    }
}
