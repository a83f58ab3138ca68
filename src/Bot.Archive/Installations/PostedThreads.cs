using Bot.Archive.Entities;
using Bot.Chat;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Installations;

/// <summary>Finds a briefing's root in a channel using the ledger.</summary>
public sealed class PostedThreads(IDbContextFactory<ArchiveContext> contexts) : IPostedThreads
{
    public async Task<string?> RootAsync(ChannelAddress channel, BriefingKey briefing, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var (platform, workspace, id) = (channel.Platform.Value, channel.Workspace, channel.Channel);
        var last = await context
            .Deliveries.Where(row =>
                row.Series == briefing.Series
                && row.Date == briefing.Date
                && row.Edition == briefing.Edition
                && row.Platform == platform
                && row.Workspace == workspace
                && row.Channel == id
            )
            .SelectMany(row => row.Posts)
            .Where(post => post.Section == PostKey.Root && post.State == PostState.Sent && post.Kind != PostKind.Edit)
            .OrderByDescending(post => post.Id)
            .Select(post => new { post.Kind, post.MessageId })
            .FirstOrDefaultAsync(cancellationToken);
        return last is { Kind: not PostKind.Recall } ? last.MessageId : null;
    }
}
