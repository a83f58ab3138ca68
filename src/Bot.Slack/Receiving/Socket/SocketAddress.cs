using Bot.Chat.Installations;
using Bot.Slack.Api;
using Bot.Slack.Setup;

namespace Bot.Slack.Receiving.Socket;

/// <summary>
/// Asks Slack for a connection's address (https://docs.slack.dev/reference/methods/apps.connections.open). It is secret and works once.
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

    /// <summary>So that an impostor answering for Slack cannot redirect the bot.</summary>
    private bool IsSlacks(Uri address) =>
        options.ApiBaseUrl.IsLoopback
            ? address.IsLoopback && address.Scheme is "ws" or "wss"
            : address.Scheme == "wss"
                && (
                    address.Host.EndsWith(".slack.com", StringComparison.OrdinalIgnoreCase)
                    || address.Host.EndsWith(".slack-gov.com", StringComparison.OrdinalIgnoreCase)
                );
}

/// <param name="Address">Null if there is none now.</param>
/// <param name="Trouble">Why there is none, without secrets.</param>
/// <param name="IsRefused">Only a person can help.</param>
/// <param name="After">How long Slack asks to wait.</param>
internal sealed record SocketOpening(Uri? Address, string Trouble, bool IsRefused, TimeSpan? After);
