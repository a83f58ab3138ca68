using Bot.Archive.Saving;
using Bot.Briefings;
using Bot.Chat;

namespace Bot.Intake.Holding;

/// <summary>
/// Decides which of its day's briefings a document is: a revision of the one it continues, or a different one, which must not replace it
/// unasked. Deleting a morning's entries because an evening arrived cannot be undone in the channels.
/// </summary>
public sealed class EditionRule(BriefingArchive archive, BriefingReader reader)
{
    /// <summary>A document that shares less than this with a stored one is a different document, not its revision.</summary>
    internal const double LeastShared = 1.0 / 3;

    /// <summary>Finds its place.</summary>
    /// <param name="key">As given by the document or its sender.</param>
    public async Task<EditionPlace> PlaceAsync(BriefingKey key, BriefingReading reading, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var there = await archive.EditionsLikeAsync(key.Series, key.Date, reading.Briefing, reading.Source, cancellationToken);
        if (key.Edition.Length > 0)
        {
            return new EditionPlace(await NamedAsync(key, there, cancellationToken), there);
        }

        // A document released as an edition is that edition when it comes again. One waiting beside another has no place yet.
        var whole = there.FirstOrDefault(edition => edition.Key == key);
        var standing = there.Where(edition => edition == whole || !edition.IsHeld).ToList();
        if (standing.Where(edition => edition.IsSame).MinBy(edition => edition.Key.Edition.Length) is { } same)
        {
            return new EditionPlace(same.Key, there);
        }

        if (standing.Where(edition => edition.Shared >= LeastShared).MaxBy(edition => edition.Shared) is { } nearest)
        {
            return new EditionPlace(whole?.Shared >= LeastShared ? key : nearest.Key, there);
        }

        // A held one gives way: another document for the day is one way to resolve it.
        return whole is null or { IsHeld: true } or { Shared: null }
            ? new EditionPlace(key, there)
            : new EditionPlace(key, there) { Other = whole };
    }

    /// <summary>
    /// A reader that did not know the edition's word stored the document as the day's only one, and posted it as that: there it stays when it
    /// comes again or is corrected, or it would all be posted a second time.
    /// </summary>
    private async Task<BriefingKey> NamedAsync(BriefingKey key, IReadOnlyList<StoredEdition> there, CancellationToken cancellationToken)
    {
        var whole = key with { Edition = "" };
        return
            there.All(edition => edition.Key != key)
            && there.Any(edition => edition.Key == whole)
            && await archive.LoadAsync(whole, revision: null, cancellationToken) is { } stored
            && reader.Read(stored.Markdown).Briefing.Edition == key.Edition
            ? whole
            : key;
    }
}

/// <summary>A document's place among the day's briefings.</summary>
/// <param name="Key">The briefing that it is, or would be.</param>
/// <param name="There">The day's briefings.</param>
public sealed record EditionPlace(BriefingKey Key, IReadOnlyList<StoredEdition> There)
{
    /// <summary>A different document already in its place; null if there is none.</summary>
    public StoredEdition? Other { get; init; }

    /// <summary>What is already stored under the key; null if nothing is.</summary>
    public StoredEdition? Stored => There.FirstOrDefault(edition => edition.Key == Key);

    /// <summary>
    /// A key under which it can wait beside the document in its place: the one where it already waits, or else the next number.
    /// </summary>
    public BriefingKey Beside()
    {
        for (var number = 2; ; number++)
        {
            var candidate = Key with { Edition = EditionName.Waiting(Key.Edition, number) };
            if (
                There.FirstOrDefault(edition => edition.Key == candidate)
                is null
                    or { IsHeld: true, IsSame: true }
                    or { IsHeld: true, Shared: >= EditionRule.LeastShared }
            )
            {
                return candidate;
            }
        }
    }
}
