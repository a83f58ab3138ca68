using Bot.Archive.Saving;
using Bot.Briefings;
using Bot.Chat;

namespace Bot.Intake.Holding;

/// <summary>
/// Which of its day's briefings a document is: a revision of the one that it continues, or another that must not take its place
/// unasked. Deleting a morning's entries because an evening came cannot be taken back in the channels.
/// </summary>
public sealed class EditionRule(BriefingArchive archive)
{
    /// <summary>A document that has less than this in common with a stored one is another document, not its revision.</summary>
    internal const double LeastShared = 1.0 / 3;

    /// <summary>Finds its place.</summary>
    /// <param name="key">As the document or its sender says.</param>
    public async Task<EditionPlace> PlaceAsync(BriefingKey key, BriefingReading reading, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var there = await archive.EditionsLikeAsync(key.Series, key.Date, reading.Briefing, reading.Source, cancellationToken);
        if (key.Edition.Length > 0)
        {
            return new EditionPlace(key, there);
        }

        // What was released as an edition is that edition when it comes again. What waits beside another has no place yet.
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

        // A held one gives way: another document for the day is one of the ways on.
        return whole is null or { IsHeld: true } or { Shared: null }
            ? new EditionPlace(key, there)
            : new EditionPlace(key, there) { Other = whole };
    }
}

/// <summary>A document's place among what its day has.</summary>
/// <param name="Key">The briefing that it is, or would be.</param>
/// <param name="There">What the day has.</param>
public sealed record EditionPlace(BriefingKey Key, IReadOnlyList<StoredEdition> There)
{
    /// <summary>What stands in its place and is another document; null: nothing does.</summary>
    public StoredEdition? Other { get; init; }

    /// <summary>What is stored under the key already; null: nothing.</summary>
    public StoredEdition? Stored => There.FirstOrDefault(edition => edition.Key == Key);

    /// <summary>A key under which it can wait beside what stands in its place: where it waits already, else the next number.</summary>
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
