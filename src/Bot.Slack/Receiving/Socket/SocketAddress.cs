using Bot.Chat.Installations;
using Bot.Slack.Api;
using Bot.Slack.Setup;

namespace Bot.Slack.Receiving.Socket;

/// <summary>
/// Asks Slack for the address of a connection (https://docs.slack.dev/reference/methods/apps.connections.open). It works once and is
/// secret.
/// </summary>
internal sealed class SocketAddress(SlackOptions options, SlackClient client, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public async Task<SocketOpening> AskAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var answer = await client.PostFormAsync("apps.connections.open", new Secret(options.AppToken), [], either.Token);
        return answer switch
        {
            SlackAnswer.Ok ok when Uri.TryCreate(ok.Text("url"), UriKind.Absolute, out var address) && IsSlacks(address) => new(
                address,
                "",
                false,
                null
            ),
            SlackAnswer.Ok => new(null, "an address that is none of Slack's", false, null),
            SlackAnswer.Error error => new(
                null,
                error.Detail,
                SlackErrors.ClassOf(error.Name) is SlackErrorClass.Token || error.Name is "missing_scope" or "forbidden_team",
                error.RetryAfter
            ),
            SlackAnswer.NotSent notSent => new(null, notSent.Detail, false, null),
            SlackAnswer.Unclear unclear => new(null, unclear.Detail, false, null),
            _ => new(null, "refused on the way", false, null),
        };
    }

    /// <summary>Whoever answers for Slack cannot send the bot elsewhere.</summary>
    private bool IsSlacks(Uri address) =>
        options.ApiBaseUrl.IsLoopback
            ? address.IsLoopback && address.Scheme is "ws" or "wss"
            : address.Scheme == "wss"
                && (
                    address.Host.EndsWith(".slack.com", StringComparison.OrdinalIgnoreCase)
                    || address.Host.EndsWith(".slack-gov.com", StringComparison.OrdinalIgnoreCase)
                );
}

/// <param name="Address">Null: none now.</param>
/// <param name="Trouble">Why there is none, without secrets.</param>
/// <param name="IsRefused">Only a person can help.</param>
/// <param name="After">What Slack asks to wait.</param>
internal sealed record SocketOpening(Uri? Address, string Trouble, bool IsRefused, TimeSpan? After);
