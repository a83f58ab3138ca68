using System.Globalization;
using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Alerts;

/// <summary>
/// Posts an alert to the operator's channel. It carries a key like any post, so an attempt whose outcome was lost is looked up first.
/// </summary>
public sealed partial class ChannelTeller(
    IEnumerable<IPlatform> platforms,
    OperatorOptions options,
    TimeProvider time,
    ILogger<ChannelTeller> logger
)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    public async Task<Telling> TellAsync(StoredAlert alert, AlertText text, CancellationToken cancellationToken)
    {
        if (options.ChannelOrNull is not { } channel)
        {
            return Telling.NotWanted;
        }

        if (platforms.FirstOrDefault(platform => platform.Id == channel.Platform) is not { } platform)
        {
            return Telling.GivenUp;
        }

        using var timeout = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var request = new SendRequest(channel, null, KeyOf(alert), platform.Render(text.ToMessage())[0], alert.RaisedAt);
            return await IsThereAsync(platform, request, alert, either.Token)
                ? Telling.Told
                : await platform.SendAsync(request, either.Token) switch
                {
                    SendOutcome.Sent => Telling.Told,
                    SendOutcome.Rejected => Telling.GivenUp,
                    _ => Telling.Waiting,
                };
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever the adapter throws: the alert is retried, and never blocks the others.
            Log.Failed(logger, alert.Subject, failure);
            return Telling.Waiting;
        }
    }

    /// <summary>A duplicate alert is better than a missing one: only one that was found is not sent again.</summary>
    private static async Task<bool> IsThereAsync(
        IPlatform platform,
        SendRequest request,
        StoredAlert alert,
        CancellationToken cancellationToken
    ) => alert.Attempts > 0 && await platform.FindAsync(request, cancellationToken) is FindOutcome.Found;

    private static PostKey KeyOf(StoredAlert alert) =>
        PostKey.Of(
            // No subscription has the id 0.
            0,
            "operator",
            DateOnly.FromDateTime(alert.RaisedAt.UtcDateTime),
            string.Create(CultureInfo.InvariantCulture, $"{alert.Subject}\n{alert.Reason}\n{alert.RaisedAt.UtcTicks}"),
            1
        );

    private static partial class Log
    {
        [LoggerMessage(3023, LogLevel.Warning, "Posting the alert about {Subject} to the operator's channel failed; trying again")]
        public static partial void Failed(ILogger logger, string subject, Exception failure);
    }
}
