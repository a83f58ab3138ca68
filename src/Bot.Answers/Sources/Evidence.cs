using System.Runtime.CompilerServices;
using Bot.Archive.Entities;
using Bot.Archive.Queries;
using Bot.Briefings.Model;

namespace Bot.Answers.Sources;

/// <summary>Which claims of a briefing rest on which of its references.</summary>
public sealed record Evidence(IReadOnlyList<Claim> Claims)
{
    // Collected with the items, which are read together with the references as long as both are kept.
    private static readonly ConditionalWeakTable<IReadOnlyList<ArchivedItem>, Evidence> Read = [];

    private static readonly ItemKind[] Kinds =
    [
        ItemKind.News,
        ItemKind.Funding,
        ItemKind.DeepDive,
        ItemKind.ComparisonRow,
        ItemKind.Insight,
        ItemKind.Outlook,
    ];

    /// <summary>All of a briefing's, in its order. A round told in a table and in prose is two claims.</summary>
    public static async Task<Evidence> LoadAsync(
        ItemQueries items,
        int briefing,
        IReadOnlyList<Reference> references,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(items);
        var found = await items.OfBriefingAsync(briefing, Kinds, cancellationToken);
        return Read.GetValue(found, _ => Of(found, references));
    }

    private static Evidence Of(IReadOnlyList<ArchivedItem> found, IReadOnlyList<Reference> references)
    {
        var numbered = references.Where(reference => reference.Number is not null).ToLookup(reference => reference.Number!.Value);
        return new Evidence([.. found.Select(item => Claim.Of(item, numbered))]);
    }

    public IReadOnlyList<Claim> RestingOn(int number) => [.. Claims.Where(claim => claim.Numbers.Contains(number))];

    public int Count(Support support) => Claims.Count(claim => claim.Support == support);
}
