using System.Globalization;
using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Bot.Chat.Messages;
using Bot.Chat.Platforms;
using Bot.Web.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Bot.Web.Channel;

/// <summary>
/// The built-in channel as a platform: its messages are rows in the archive's database. A key is posted only once, so a
/// send with an unknown outcome can be repeated or looked up.
/// </summary>
public sealed class WebPlatform(IDbContextFactory<ArchiveContext> archive, TimeProvider time) : IPlatform
{
    public PlatformId Id => PlatformId.Web;

    /// <summary>Always one payload, because a page has no length limit.</summary>
    public IReadOnlyList<string> Render(Message message) => [WebRenderer.Render(message).ToJson()];

    public async Task<SendOutcome> SendAsync(SendRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (WebPayload.TryParse(request.Payload) is null)
        {
            return new SendOutcome.Rejected(RejectReason.PayloadRefused, "The payload is not one of the web channel.");
        }

        if (!TryThread(request.ThreadId, out var threadId))
        {
            return ThreadGone(request.ThreadId);
        }

        try
        {
            await using var context = await archive.CreateDbContextAsync(cancellationToken);
            if (await FindAsync(context, request.Key, cancellationToken) is { } earlier)
            {
                return Sent(earlier);
            }

            if (
                threadId is { } root
                && !await context.WebMessages.AnyAsync(message => message.Id == root && message.ThreadId == null, cancellationToken)
            )
            {
                return ThreadGone(request.ThreadId);
            }

            var row = new WebMessage
            {
                Channel = request.Channel.Channel,
                ThreadId = threadId,
                PostKey = request.Key.Value,
                Payload = request.Payload,
                PostedAt = time.GetUtcNow(),
            };
            context.WebMessages.Add(row);
            await context.SaveChangesAsync(cancellationToken);
            return Sent(row);
        }
        catch (DbUpdateException refused) when (DatabaseErrors.IsUniqueViolation(refused))
        {
            // The key was posted between our look-up and our write: use that message.
            return await FindAsync(request, cancellationToken) is FindOutcome.Found found
                ? new SendOutcome.Sent(found.MessageId, found.ThreadId)
                : new SendOutcome.Unknown("The key is taken, and its message cannot be read now.");
        }
        catch (Exception failure) when (DatabaseFailure.IsExpected(failure))
        {
            return DatabaseFailure.ToSendOutcome(failure);
        }
    }

    public async Task<FindOutcome> FindAsync(SendRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            await using var context = await archive.CreateDbContextAsync(cancellationToken);
            return await FindAsync(context, request.Key, cancellationToken) is { } row
                ? new FindOutcome.Found(MessageId(row.Id), ThreadId(row))
                : new FindOutcome.Absent();
        }
        catch (Exception failure) when (DatabaseFailure.IsExpected(failure))
        {
            return new FindOutcome.RetryAfter(null, failure.GetType().Name);
        }
    }

    public async Task<SendOutcome> EditAsync(SendRequest request, string messageId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (WebPayload.TryParse(request.Payload) is null)
        {
            return new SendOutcome.Rejected(RejectReason.PayloadRefused, "The payload is not one of the web channel.");
        }

        if (!TryThread(messageId, out var id) || id is null)
        {
            return ThreadGone(messageId);
        }

        try
        {
            await using var context = await archive.CreateDbContextAsync(cancellationToken);
            var now = time.GetUtcNow();
            var changed = await context
                .WebMessages.Where(message => message.Id == id)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(message => message.Payload, request.Payload).SetProperty(message => message.EditedAt, now),
                    cancellationToken
                );
            return changed == 1 ? new SendOutcome.Sent(messageId) : ThreadGone(messageId);
        }
        catch (Exception failure) when (DatabaseFailure.IsExpected(failure))
        {
            return DatabaseFailure.ToSendOutcome(failure);
        }
    }

    /// <summary>Deletes one message. Replies to a deleted root stay stored but are no longer shown.</summary>
    public async Task<SendOutcome> DeleteAsync(
        ChannelAddress channel,
        string? threadId,
        string messageId,
        CancellationToken cancellationToken
    )
    {
        if (!TryThread(messageId, out var id) || id is null)
        {
            return new SendOutcome.Sent(messageId);
        }

        try
        {
            await using var context = await archive.CreateDbContextAsync(cancellationToken);
            await context.WebMessages.Where(message => message.Id == id).ExecuteDeleteAsync(cancellationToken);
            return new SendOutcome.Sent(messageId);
        }
        catch (Exception failure) when (DatabaseFailure.IsExpected(failure))
        {
            return DatabaseFailure.ToSendOutcome(failure);
        }
    }

    private static Task<WebMessage?> FindAsync(ArchiveContext context, PostKey key, CancellationToken cancellationToken) =>
        context.WebMessages.AsNoTracking().SingleOrDefaultAsync(message => message.PostKey == key.Value, cancellationToken);

    private static SendOutcome.Sent Sent(WebMessage row) => new(MessageId(row.Id), ThreadId(row));

    private static SendOutcome.Rejected ThreadGone(string? id) =>
        new(RejectReason.ThreadGone, $"There is no message {id} in the web channel.");

    private static string MessageId(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>A root's id is the thread id of its replies.</summary>
    private static string? ThreadId(WebMessage row) => row.ThreadId is null ? MessageId(row.Id) : null;

    private static bool TryThread(string? text, out long? id)
    {
        id = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return text is null || id is not null;
    }
}
