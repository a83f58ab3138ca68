using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Chat;
using Bot.Web.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Bot.Web.Channel;

/// <summary>Reads the web channel for its pages.</summary>
public sealed class ChannelReader(IDbContextFactory<ArchiveContext> archive)
{
    /// <summary>Roots per page.</summary>
    public const int PageSize = 7;

    /// <param name="channel">Null for the default channel or, if that is empty, the one with the newest message.</param>
    /// <param name="before">
    /// Only roots with a smaller id, for an older page. Null to start with the newest, whose thread is shown in full.
    /// </param>
    public async Task<ChannelExcerpt> ReadAsync(string? channel, long? before, CancellationToken cancellationToken)
    {
        await using var context = await archive.CreateDbContextAsync(cancellationToken);
        var roots = context.WebMessages.AsNoTracking().Where(message => message.ThreadId == null);
        var channels = await roots.Select(message => message.Channel).Distinct().OrderBy(name => name).ToListAsync(cancellationToken);
        var name =
            channel is not null && channels.Contains(channel) ? channel
            : channels.Contains(WebChannel.DefaultName) ? WebChannel.DefaultName
            : await roots
                .OrderByDescending(message => message.Id)
                .Select(message => message.Channel)
                .FirstOrDefaultAsync(cancellationToken);
        if (name is null)
        {
            return new ChannelExcerpt(null, channels, [], null);
        }

        var page = await roots
            .Where(message => message.Channel == name && (before == null || message.Id < before))
            .OrderByDescending(message => message.Id)
            .Take(PageSize + 1)
            .ToListAsync(cancellationToken);
        var shown = page.Take(PageSize).ToList();
        var ids = shown.ConvertAll(message => (long?)message.Id);
        var counts = await context
            .WebMessages.Where(message => ids.Contains(message.ThreadId))
            .GroupBy(message => message.ThreadId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key!.Value, group => group.Count, cancellationToken);

        var threads = new List<ChannelThread>(shown.Count);
        foreach (var root in shown)
        {
            var whole = before is null && threads.Count == 0;
            var replies = whole ? await RepliesAsync(context, root.Id, cancellationToken) : [];
            threads.Add(new ChannelThread(name, Shown(root), counts.GetValueOrDefault(root.Id), replies));
        }

        return new ChannelExcerpt(name, channels, threads, page.Count > PageSize ? shown[^1].Id : null);
    }

    /// <summary>Null if the root does not exist.</summary>
    public async Task<ChannelThread?> ReadThreadAsync(long rootId, CancellationToken cancellationToken)
    {
        await using var context = await archive.CreateDbContextAsync(cancellationToken);
        var root = await context
            .WebMessages.AsNoTracking()
            .SingleOrDefaultAsync(message => message.Id == rootId && message.ThreadId == null, cancellationToken);
        if (root is null)
        {
            return null;
        }

        var replies = await RepliesAsync(context, rootId, cancellationToken);
        return new ChannelThread(root.Channel, Shown(root), replies.Count, replies);
    }

    private static async Task<IReadOnlyList<ChannelMessage>> RepliesAsync(
        ArchiveContext context,
        long rootId,
        CancellationToken cancellationToken
    )
    {
        var rows = await context
            .WebMessages.AsNoTracking()
            .Where(message => message.ThreadId == rootId)
            .OrderBy(message => message.Id)
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(Shown);
    }

    private static ChannelMessage Shown(WebMessage row) =>
        new(row.Id, row.PostedAt, row.EditedAt is not null, WebPayload.TryParse(row.Payload) ?? Unreadable);

    /// <summary>Stands in for a row written by another version, whose content cannot be read.</summary>
    private static WebPayload Unreadable { get; } = new("", "", null, Locale.Japanese, []);
}
