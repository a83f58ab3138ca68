using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Installations;

/// <summary>Accepts each request only once, across all processes. Entries are deleted after <see cref="Retention.RetentionOptions.Requests"/>.</summary>
public sealed class InboxStore(IDbContextFactory<ArchiveContext> contexts, TimeProvider time) : IInbox
{
    private const int LongestRequest = 200;

    public async Task<bool> TryAcceptAsync(PlatformId platform, string request, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(request);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Length, LongestRequest, nameof(request));
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return 1
            == await context.Database.ExecuteSqlAsync(
                $"""INSERT INTO inbox ("Platform", "Request", "ReceivedAt") VALUES ({platform.Value}, {request}, {time.GetUtcNow().UtcTicks}) ON CONFLICT DO NOTHING""",
                cancellationToken
            );
    }
}
