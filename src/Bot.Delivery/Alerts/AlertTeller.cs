using Bot.Archive.Alerts;
using Bot.Archive.Entities;
using Bot.Chat;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Alerts;

/// <summary>Sends waiting alerts through every configured channel, once each.</summary>
public sealed partial class AlertTeller(
    AlertLedger ledger,
    AlertComposer composer,
    ChannelTeller channel,
    WebhookTeller webhook,
    TimeProvider time,
    ILogger<AlertTeller> logger
)
{
    private const int AtOnce = 20;

    /// <summary>Longer than sending takes; if a process dies meanwhile, another takes over afterwards.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);

    /// <summary>After this long, an alert that could not be sent is only in the log.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    private static readonly Backoff Waits = Backoff.Of(
        TimeSpan.FromSeconds(10),
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(15)
    );

    public async Task TellAsync(CancellationToken cancellationToken)
    {
        foreach (var alert in await ledger.UntoldAsync(time.GetUtcNow(), AtOnce, cancellationToken))
        {
            if (await ledger.ClaimAsync(alert, time.GetUtcNow() + Claim, cancellationToken))
            {
                await TellAsync(alert, cancellationToken);
            }
        }
    }

    /// <param name="alert">As it was before it was claimed.</param>
    private async Task TellAsync(StoredAlert alert, CancellationToken cancellationToken)
    {
        var text = await composer.ComposeAsync(alert, cancellationToken);
        var inChannel = alert.Channel == Telling.Waiting ? await channel.TellAsync(alert, text, cancellationToken) : alert.Channel;
        var atAddress = alert.Webhook == Telling.Waiting ? await webhook.TellAsync(alert, text, cancellationToken) : alert.Webhook;
        var now = time.GetUtcNow();
        if (now - alert.RaisedAt > Patience)
        {
            inChannel = inChannel == Telling.Waiting ? Telling.GivenUp : inChannel;
            atAddress = atAddress == Telling.Waiting ? Telling.GivenUp : atAddress;
        }

        if (inChannel == Telling.GivenUp || atAddress == Telling.GivenUp)
        {
            Log.GivenUp(logger, alert.Subject, alert.Reason, inChannel, atAddress);
        }

        await ledger.RecordAsync(alert, inChannel, atAddress, now + Waits.After(alert.Attempts + 1));
    }

    private static partial class Log
    {
        [LoggerMessage(
            3022,
            LogLevel.Error,
            "Alert {Subject} ({Reason}) could not be sent: channel {Channel}, webhook {Webhook}. Check the Operator section of the settings."
        )]
        public static partial void GivenUp(ILogger logger, string subject, string reason, Telling channel, Telling webhook);
    }
}
