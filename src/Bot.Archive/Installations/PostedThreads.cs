using Bot.Archive.Entities;
using Bot.Chat;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Installations;

/// <summary>Finds a briefing's root in a channel using the ledger.</summary>
public sealed class PostedThreads(IDbContextFactory<ArchiveContext> contexts) : IPostedThreads
{
    private readonly Func<ArchiveContext, string, string, string, string, DateOnly, string, CancellationToken, Task<Posted?>> _last =
        EF.CompileAsyncQuery(
            (
                ArchiveContext context,
                string platform,
                string workspace,
                string channel,
                string series,
                DateOnly date,
                string edition,
                CancellationToken _
            ) =>
                context
                    .Deliveries.Where(row =>
                        row.Series == series
                        && row.Date == date
                        && row.Edition == edition
                        && row.Platform == platform
                        && row.Workspace == workspace
                        && row.Channel == channel
                    )
                    .SelectMany(row => row.Posts)
                    .Where(post => post.Section == PostKey.Root && post.State == PostState.Sent && post.Kind != PostKind.Edit)
                    .OrderByDescending(post => post.Id)
                    .Select(post => new Posted(post.Kind, post.MessageId))
                    .FirstOrDefault()
        );

    public async Task<string?> RootAsync(ChannelAddress channel, BriefingKey briefing, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var last = await _last(
            context,
            channel.Platform.Value,
            channel.Workspace,
            channel.Channel,
            briefing.Series,
            briefing.Date,
            briefing.Edition,
            cancellationToken
        );
        return last is { Kind: not PostKind.Recall } ? last.MessageId : null;
    }

    private sealed record Posted(PostKind Kind, string? MessageId);
}
