using System.Globalization;
using Bot.Delivery.Ledger;

namespace Bot.Delivery.Operations;

/// <summary>The ledger as CSV (RFC 4180, UTF-8, CRLF), one line per post. No payloads.</summary>
public sealed class DeliveryCsv(LedgerQueries queries)
{
    private const string Header =
        "delivery,series,date,platform,workspace,channel,section,part,kind,revision,round,key,state,reason,message_id,attempts,looks,due_at,sent_at";

    public async Task WriteAsync(TextWriter writer, CancellationToken cancellationToken)
    {
        await writer.WriteAsync(Header + "\r\n");
        await foreach (var (delivery, post) in queries.ExportAsync(cancellationToken))
        {
            await writer.WriteAsync(
                string.Join(
                    ',',
                    Number(delivery.Id),
                    Text(delivery.Series),
                    delivery.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    Text(delivery.Platform),
                    Text(delivery.Workspace),
                    Text(delivery.Channel),
                    Text(post.Section),
                    Number(post.Part),
                    post.Kind.ToString().ToLowerInvariant(),
                    Number(post.Revision),
                    Number(post.Round),
                    post.Key,
                    post.State.ToString().ToLowerInvariant(),
                    post.Reason,
                    Text(post.MessageId ?? ""),
                    Number(post.Attempts),
                    Number(post.Looks),
                    Instant(delivery.DueAt),
                    Instant(post.SentAt)
                ) + "\r\n"
            );
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Instant(DateTimeOffset? instant) =>
        instant?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) ?? "";

    // Spreadsheets treat a cell that starts like a formula as one, unless it is preceded by an apostrophe.
    private static string Text(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
