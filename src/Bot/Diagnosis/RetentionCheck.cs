using System.Globalization;
using Bot.Archive.Retention;
using Bot.Chat.Diagnosis;

namespace Bot.Diagnosis;

/// <summary>Tells how large the database is and what retention would remove now. Requires the database of this version.</summary>
public sealed class RetentionCheck(ArchiveRetention retention)
{
    private const double Megabyte = 1024 * 1024;

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        var size = await retention.SizeAsync(cancellationToken);
        var would = new List<string>();
        foreach (var kind in retention.Kinds)
        {
            if (await retention.CountAsync(kind, cancellationToken) is > 0 and var count)
            {
                would.Add(string.Create(CultureInfo.InvariantCulture, $"{kind} {count}"));
            }
        }

        var removable = string.Join(", ", would);
        return
        [
            // What a file can give back only while nobody uses it is worth a word when it is much.
            size.Free * 4
                > size.Bytes
            && size.Free > 16 * Megabyte
                ? new(Verdict.Ok, "database", HostTexts.Both("RetentionCheck.SizeWithFree", Megabytes(size.Bytes), Megabytes(size.Free)))
                : new(Verdict.Ok, "database", HostTexts.Both("RetentionCheck.Size", Megabytes(size.Bytes))),
            would.Count == 0
                ? new(Verdict.Ok, "retention", HostTexts.Both("RetentionCheck.Nothing"))
                : new(Verdict.Ok, "retention", HostTexts.Both("RetentionCheck.Would", removable)),
        ];
    }

    private static string Megabytes(long bytes) => (bytes / Megabyte).ToString("0.0", CultureInfo.InvariantCulture);
}
