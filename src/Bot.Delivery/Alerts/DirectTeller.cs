using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Alerts;

/// <summary>
/// Sends alerts that the database cannot store, above all those about the database itself. It remembers how far each has got, so that
/// nothing is sent again once it is stored.
/// </summary>
public sealed partial class DirectTeller(
    AlertComposer composer,
    ChannelTeller channel,
    WebhookTeller webhook,
    TimeProvider time,
    ILogger<DirectTeller> logger
)
{
    /// <summary>Wait between two attempts at a channel that did not answer.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly Dictionary<OperatorAlert, StoredAlert> _under = [];

    /// <summary>
    /// Tries every channel that has not been reached yet, no more often than the pause allows. Throws only when cancelled.
    /// </summary>
    public async Task TellAsync(OperatorAlert alert, Telling inChannel, Telling atAddress, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!_under.TryGetValue(alert, out var told))
        {
            _under[alert] = told = new StoredAlert
            {
                Subject = alert.Subject,
                Reason = alert.Reason,
                Detail = alert.Detail,
                Posts = alert.Posts,
                RaisedAt = now,
                Channel = inChannel,
                Webhook = atAddress,
                NextAt = now,
            };
        }

        if (told.NextAt > now || (told.Channel != Telling.Waiting && told.Webhook != Telling.Waiting))
        {
            return;
        }

        told.NextAt = now + Pause;
        try
        {
            var text = await composer.ComposeAsync(told, cancellationToken);
            told.Webhook = told.Webhook == Telling.Waiting ? await webhook.TellAsync(told, text, cancellationToken) : told.Webhook;
            told.Channel = told.Channel == Telling.Waiting ? await channel.TellAsync(told, text, cancellationToken) : told.Channel;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // Its subject, or the way to reach the operator, is in the database: it is sent once that answers again.
            Log.NotTold(logger, alert.Subject, alert.Reason, failure.GetBaseException().Message);
        }

        told.Attempts++;
    }

    /// <summary>How far an alert got without the database; forgotten here, since it is now stored there.</summary>
    public (Telling Channel, Telling Webhook) Hand(OperatorAlert alert, Telling inChannel, Telling atAddress) =>
        _under.Remove(alert, out var told) ? (Reached(told.Channel, inChannel), Reached(told.Webhook, atAddress)) : (inChannel, atAddress);

    /// <summary>An alert given up without the database is still tried with it.</summary>
    private static Telling Reached(Telling got, Telling wanted) => got == Telling.Told ? got : wanted;

    private static partial class Log
    {
        [LoggerMessage(3024, LogLevel.Warning, "The alert {Subject} ({Reason}) could not be sent without the database: {Why}")]
        public static partial void NotTold(ILogger logger, string subject, string reason, string why);
    }
}
