using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Emulators.Slack.Outbound;
using Bot.Emulators.Slack.World;

namespace Bot.Emulators.Slack.Events;

/// <summary>
/// The Events API (https://docs.slack.dev/apis/events-api): an unacknowledged event is sent again, with the retry's
/// number and reason in headers or, over Socket Mode, in the envelope.
/// </summary>
public sealed class EventSender(SlackServer server)
{
    /// <summary>Waits before the retries: none, one minute, five minutes; tests shorten them.</summary>
    public IReadOnlyList<TimeSpan> RetryAfter { get; set; } = [TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    /// <summary>The full payload around an event.</summary>
    /// <param name="inner">With <c>type</c>; <c>event_ts</c> is added if missing.</param>
    public JsonObject Wrap(JsonObject inner, string workspace = SlackServer.FirstWorkspace)
    {
        lock (server.World.Gate)
        {
            var team = server.World.Workspaces[workspace];
            var whole = inner.DeepClone().AsObject();
            whole["event_ts"] ??= SlackTimestamps.Of(server.World.Time.GetUtcNow());
            return new JsonObject
            {
                ["token"] = server.World.App.VerificationToken,
                ["team_id"] = workspace,
                ["context_team_id"] = workspace,
                ["context_enterprise_id"] = null,
                ["api_app_id"] = server.World.App.Id,
                ["event"] = whole,
                ["type"] = "event_callback",
                ["event_id"] = server.World.NewId("Ev"),
                ["event_time"] = server.World.Time.GetUtcNow().ToUnixTimeSeconds(),
                ["authorizations"] = new JsonArray(
                    new JsonObject
                    {
                        ["enterprise_id"] = null,
                        ["team_id"] = workspace,
                        ["user_id"] = team.BotUser,
                        ["is_bot"] = true,
                        ["is_enterprise_install"] = false,
                    }
                ),
                ["is_ext_shared_channel"] = false,
                ["event_context"] = "4-" + server.World.NewId("context"),
            };
        }
    }

    /// <summary>Sends until acknowledged or out of retries.</summary>
    /// <param name="payload">From <see cref="Wrap"/>; sending the same one twice is a duplicate.</param>
    /// <returns>Every attempt, in order.</returns>
    public async Task<IReadOnlyList<SentRequest>> SendAsync(
        JsonObject payload,
        SignatureKind signature = SignatureKind.Good,
        CancellationToken cancellationToken = default
    )
    {
        var attempts = new List<SentRequest> { await AttemptAsync(payload, 0, null, signature, cancellationToken) };
        for (
            var retry = 1;
            retry <= RetryAfter.Count && !attempts[^1].IsOk && !attempts[^1].Headers.ContainsKey("x-slack-no-retry");
            retry++
        )
        {
            await Task.Delay(RetryAfter[retry - 1], server.World.Time, cancellationToken);
            attempts.Add(await AttemptAsync(payload, retry, Reason(attempts[^1]), signature, cancellationToken));
        }

        return attempts;
    }

    /// <summary>Sends one attempt as the given retry, whatever came before.</summary>
    public Task<SentRequest> AttemptAsync(
        JsonObject payload,
        int retry,
        string? reason,
        SignatureKind signature,
        CancellationToken cancellationToken
    )
    {
        if (server.Urls.Events is not { } address)
        {
            return server.Sockets.SendAsync("events_api", payload, cancellationToken, retry, reason ?? "");
        }

        var headers = new Dictionary<string, string>();
        if (retry > 0)
        {
            headers["X-Slack-Retry-Num"] = retry.ToString(CultureInfo.InvariantCulture);
            headers["X-Slack-Retry-Reason"] = reason ?? "http_timeout";
        }

        return server.Bot.SendAsync(
            address,
            Encoding.UTF8.GetBytes(payload.ToJsonString()),
            "application/json",
            signature,
            headers,
            cancellationToken
        );
    }

    /// <summary>The probe for a new address; a bot echoes the challenge.</summary>
    public Task<SentRequest> VerifyUrlAsync(
        string challenge,
        SignatureKind signature = SignatureKind.Good,
        CancellationToken cancellationToken = default
    )
    {
        var body = new JsonObject
        {
            ["token"] = server.World.App.VerificationToken,
            ["challenge"] = challenge,
            ["type"] = "url_verification",
        };
        return server.Bot.SendAsync(
            server.Urls.Events!,
            Encoding.UTF8.GetBytes(body.ToJsonString()),
            "application/json",
            signature,
            new Dictionary<string, string>(),
            cancellationToken
        );
    }

    /// <summary>The unsigned certificate probe: a bot answers 200 and trusts nothing else in it.</summary>
    public Task<SentRequest> CheckCertificateAsync(
        IEnumerable<KeyValuePair<string, string>> smuggled,
        CancellationToken cancellationToken = default
    ) =>
        server.Bot.FormAsync(
            server.Urls.Commands!,
            [KeyValuePair.Create("ssl_check", "1"), KeyValuePair.Create("token", server.World.App.VerificationToken), .. smuggled],
            null,
            cancellationToken
        );

    private static string Reason(SentRequest attempt) =>
        attempt.Verdict switch
        {
            "operation_timeout" => "http_timeout",
            "dispatch_failed" => "connection_failed",
            _ => "http_error",
        };
}
