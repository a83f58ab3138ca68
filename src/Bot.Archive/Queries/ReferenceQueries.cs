using Bot.Archive.Entities;
using Bot.Archive.Saving;
using Bot.Briefings.Model;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Queries;

/// <summary>
/// Finds the sources of briefings. Those of held briefings and those dropped by a later revision are never returned.
/// Thread-safe; one instance per process.
/// </summary>
public sealed class ReferenceQueries(IDbContextFactory<ArchiveContext> contexts)
{
    /// <summary>A reference as objects, roughly.</summary>
    private const int ReferenceBytes = 800;

    private readonly ArchiveReads _reads = new(contexts);

    private readonly Func<ArchiveContext, int, IAsyncEnumerable<Row>> _ofBriefing = EF.CompileAsyncQuery(
        (ArchiveContext context, int briefing) =>
            context
                .Items.Where(item =>
                    item.BriefingId == briefing && item.Kind == ItemKind.Reference && !item.IsHeld && item.GoneInRevision == null
                )
                .OrderBy(item => item.Ordinal)
                .Select(item => new Row(item.BriefingId, item.Number, item.Data))
    );

    private readonly Func<ArchiveContext, int[], int?[], IAsyncEnumerable<Row>> _cited = EF.CompileAsyncQuery(
        (ArchiveContext context, int[] briefings, int?[] numbers) =>
            context
                .Items.Where(item =>
                    briefings.Contains(item.BriefingId)
                    && item.Kind == ItemKind.Reference
                    && numbers.Contains(item.Number)
                    && !item.IsHeld
                    && item.GoneInRevision == null
                )
                .OrderBy(item => item.Ordinal)
                .Select(item => new Row(item.BriefingId, item.Number, item.Data))
    );

    /// <summary>All references of a briefing, in its order.</summary>
    public async Task<IReadOnlyList<Reference>> OfBriefingAsync(int briefing, CancellationToken cancellationToken) =>
        await _reads.KeptAsync<IReadOnlyList<Reference>>(
            ("references", briefing),
            async context =>
            {
                var references = new List<Reference>();
                await foreach (var row in _ofBriefing(context, briefing).WithCancellation(cancellationToken))
                {
                    references.Add(EntryJson.ReadReference(row.Data));
                }

                return references;
            },
            references => references.Count * ReferenceBytes,
            cancellationToken
        );

    /// <summary>The cited references of several briefings.</summary>
    /// <param name="citations">Briefing id and reference number; pairs may repeat, and a number may have no reference.</param>
    /// <returns>References by briefing id, in the briefing's order; a briefing with none of the requested numbers is absent.</returns>
    public async Task<ILookup<int, Reference>> CitedAsync(
        IEnumerable<(int Briefing, int Number)> citations,
        CancellationToken cancellationToken
    )
    {
        var wanted = citations.ToHashSet();
        return wanted.Count == 0
            ? Enumerable.Empty<Reference>().ToLookup(_ => 0)
            : await _reads.KeptAsync(
                ("cited", string.Join(' ', wanted)),
                context => CitedAsync(context, wanted, cancellationToken),
                found => ArchiveReads.RowBytes + (found.Sum(briefing => briefing.Count()) * ReferenceBytes),
                cancellationToken
            );
    }

    private async Task<ILookup<int, Reference>> CitedAsync(
        ArchiveContext context,
        HashSet<(int Briefing, int Number)> wanted,
        CancellationToken cancellationToken
    )
    {
        int[] briefings = [.. wanted.Select(citation => citation.Briefing).Distinct()];
        int?[] numbers = [.. wanted.Select(citation => (int?)citation.Number).Distinct()];
        var cited = new List<(int Briefing, Reference Reference)>();
        await foreach (var row in _cited(context, briefings, numbers).WithCancellation(cancellationToken))
        {
            // A number that one briefing's text cites may be another's that nobody asks for.
            if (row.Number is { } number && wanted.Contains((row.Briefing, number)))
            {
                cited.Add((row.Briefing, EntryJson.ReadReference(row.Data)));
            }
        }

        return cited.ToLookup(row => row.Briefing, row => row.Reference);
    }

    private sealed record Row(int Briefing, int? Number, string Data);
}
