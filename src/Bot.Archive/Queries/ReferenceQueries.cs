using Bot.Archive.Entities;
using Bot.Archive.Saving;
using Bot.Briefings.Model;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Queries;

/// <summary>Finds the sources of briefings. Those of held briefings and those that a later revision dropped are never found. Thread-safe; one instance per process.</summary>
public sealed class ReferenceQueries(IDbContextFactory<ArchiveContext> contexts)
{
    private readonly Func<ArchiveContext, int, IAsyncEnumerable<Row>> _ofBriefing =
        EF.CompileAsyncQuery((ArchiveContext context, int briefing) =>
            context.Items
                .Where(item => item.BriefingId == briefing && item.Kind == ItemKind.Reference && !item.IsHeld && item.GoneInRevision == null)
                .OrderBy(item => item.Ordinal)
                .Select(item => new Row(item.Number, item.Data)));

    /// <summary>All references of a briefing, in its order.</summary>
    public async Task<IReadOnlyList<Reference>> OfBriefingAsync(int briefing, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await ReadAsync(context, briefing, _ => true, cancellationToken);
    }

    /// <summary>The cited references of several briefings.</summary>
    /// <param name="citations">Briefing id and reference number; pairs may repeat, and a number may have no reference.</param>
    /// <returns>References by briefing id, in the briefing's order; an empty list for a briefing that has none of its numbers.</returns>
    public async Task<IReadOnlyDictionary<int, IReadOnlyList<Reference>>> CitedAsync(
        IEnumerable<(int Briefing, int Number)> citations, CancellationToken cancellationToken)
    {
        var wanted = citations.ToHashSet();
        var references = new Dictionary<int, IReadOnlyList<Reference>>();
        if (wanted.Count == 0)
        {
            return references;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var briefing in wanted.Select(citation => citation.Briefing).Distinct())
        {
            references[briefing] = await ReadAsync(context, briefing, number => wanted.Contains((briefing, number)), cancellationToken);
        }

        return references;
    }

    private async Task<IReadOnlyList<Reference>> ReadAsync(
        ArchiveContext context, int briefing, Func<int, bool> wanted, CancellationToken cancellationToken)
    {
        var references = new List<Reference>();
        await foreach (var row in _ofBriefing(context, briefing).WithCancellation(cancellationToken))
        {
            // A number of 0 stands for none: numbers are from 1.
            if (wanted(row.Number ?? 0))
            {
                references.Add(EntryJson.ReadReference(row.Data));
            }
        }

        return references;
    }

    private sealed record Row(int? Number, string Data);
}
