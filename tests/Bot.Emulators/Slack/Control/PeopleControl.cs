using System.Text.Json.Nodes;
using Bot.Emulators.Control;
using Bot.Emulators.Slack.Interactions;
using Bot.Emulators.Slack.Outbound;
using Bot.Emulators.Slack.World;

namespace Bot.Emulators.Slack.Control;

/// <summary>
/// People's actions, and what Slack sends on its own: <c>POST /_control/urls</c> (<c>bot</c>, or single addresses),
/// <c>/patience</c> (so that a busy machine does not time out an acknowledgement), <c>/commands</c>, <c>/actions</c>,
/// <c>/suggestions</c>, <c>/submissions</c>, <c>/mentions</c>, <c>/payloads</c>, <c>/events</c>, <c>/probes</c>, <c>GET
/// /_control/replies?interaction=&amp;wait=SECONDS</c>, <c>GET</c> and <c>POST /_control/sockets</c>.
/// </summary>
internal static class PeopleControl
{
    public static void Map(RouteGroupBuilder routes, SlackServer server)
    {
        routes.MapPost(
            "/_control/urls",
            async (HttpRequest request) =>
            {
                var order = await EmulatorControl.ReadAsync<UrlOrder>(request);
                var under = order.Bot is null ? RequestUrls.None : RequestUrls.Under(order.Bot);
                server.Urls = new RequestUrls(
                    order.Commands ?? under.Commands,
                    order.Interactions ?? under.Interactions,
                    order.Options ?? under.Options,
                    order.Events ?? under.Events
                );
            }
        );
        routes.MapPost(
            "/_control/patience",
            async (HttpRequest request) =>
            {
                var order = await EmulatorControl.ReadAsync<PatienceOrder>(request);
                server.Bot.Deadline = server.Sockets.Deadline = TimeSpan.FromSeconds(order.AcknowledgementSeconds);
                server.Triggers.Life = TimeSpan.FromSeconds(order.TriggerSeconds);
            }
        );
        routes.MapPost(
            "/_control/commands",
            async (HttpRequest request, SignatureKind? signature, CancellationToken cancellationToken) =>
                Of(
                    server,
                    await server.People.TypeAsync(
                        await EmulatorControl.ReadAsync<SlashCommand>(request),
                        signature ?? SignatureKind.Good,
                        cancellationToken
                    )
                )
        );
        routes.MapPost(
            "/_control/actions",
            async (HttpRequest request, SignatureKind? signature, CancellationToken cancellationToken) =>
                Of(
                    server,
                    await server.People.UseAsync(
                        await EmulatorControl.ReadAsync<ElementUse>(request),
                        signature ?? SignatureKind.Good,
                        cancellationToken
                    )
                )
        );
        routes.MapPost(
            "/_control/suggestions",
            async (HttpRequest request, SignatureKind? signature, CancellationToken cancellationToken) =>
                Of(
                    server,
                    await server.People.LookUpAsync(
                        await EmulatorControl.ReadAsync<ElementUse>(request),
                        signature ?? SignatureKind.Good,
                        cancellationToken
                    )
                )
        );
        routes.MapPost(
            "/_control/payloads",
            async (HttpRequest request, SignatureKind? signature, CancellationToken cancellationToken) =>
                Of(
                    server,
                    await server.People.SendAsync(
                        await EmulatorControl.ReadAsync<JsonObject>(request),
                        signature ?? SignatureKind.Good,
                        cancellationToken
                    )
                )
        );
        routes.MapPost(
            "/_control/submissions",
            async (HttpRequest request, SignatureKind? signature, CancellationToken cancellationToken) =>
                Of(
                    server,
                    await server.Forms.UseAsync(
                        await EmulatorControl.ReadAsync<ViewUse>(request),
                        signature ?? SignatureKind.Good,
                        cancellationToken
                    )
                )
        );
        routes.MapPost(
            "/_control/mentions",
            async (HttpRequest request, CancellationToken cancellationToken) =>
            {
                var order = await EmulatorControl.ReadAsync<MentionOrder>(request);
                var (message, attempts) = await server.People.MentionAsync(
                    order.Channel,
                    order.Text,
                    order.Thread,
                    order.User,
                    cancellationToken
                );
                return EmulatorControl.Json(new { message.Ts, attempts });
            }
        );
        MapEvents(routes, server);
        routes.MapGet(
            "/_control/replies",
            async (string? interaction, double? wait, int? count, CancellationToken cancellationToken) =>
            {
                bool Fits(ShownReply reply) => interaction is null || reply.Interaction == interaction;
                if (wait is { } seconds)
                {
                    await server.Shown.WaitForAsync(
                        reply => Fits(reply) && server.Shown.All.Count(Fits) >= (count ?? 1),
                        TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 60)),
                        cancellationToken
                    );
                }

                return EmulatorControl.Json(server.Shown.All.Where(Fits));
            }
        );
        MapSockets(routes, server);
    }

    private static void MapEvents(RouteGroupBuilder routes, SlackServer server)
    {
        routes.MapPost(
            "/_control/events",
            async (HttpRequest request, SignatureKind? signature, CancellationToken cancellationToken) =>
            {
                var order = await EmulatorControl.ReadAsync<EventOrder>(request);
                var payload = order.Payload ?? server.Events.Wrap(order.Event!, order.Workspace);
                if (order.RetryAfterSeconds is { } waits)
                {
                    server.Events.RetryAfter = [.. waits.Select(TimeSpan.FromSeconds)];
                }

                var attempts = await server.Events.SendAsync(payload, signature ?? SignatureKind.Good, cancellationToken);
                return EmulatorControl.Json(new { payload, attempts });
            }
        );
        routes.MapPost(
            "/_control/probes",
            async (HttpRequest request, SignatureKind? signature, CancellationToken cancellationToken) =>
            {
                var order = await EmulatorControl.ReadAsync<ProbeOrder>(request);
                return EmulatorControl.Json(
                    order.Challenge is { } challenge
                        ? await server.Events.VerifyUrlAsync(challenge, signature ?? SignatureKind.Good, cancellationToken)
                        : await server.Events.CheckCertificateAsync(order.Smuggled ?? [], cancellationToken)
                );
            }
        );
    }

    private static void MapSockets(RouteGroupBuilder routes, SlackServer server)
    {
        routes.MapGet(
            "/_control/sockets",
            async (int? opened, double? wait, CancellationToken cancellationToken) =>
            {
                if (opened is { } many)
                {
                    await server.Sockets.WaitForAsync(
                        hub => hub.Opened >= many,
                        TimeSpan.FromSeconds(Math.Clamp(wait ?? 30, 0, 60)),
                        cancellationToken
                    );
                }

                return EmulatorControl.Json(new { server.Sockets.Count, server.Sockets.Opened });
            }
        );
        routes.MapPost(
            "/_control/sockets",
            async (HttpRequest request, CancellationToken cancellationToken) =>
            {
                var order = await EmulatorControl.ReadAsync<SocketOrder>(request);
                var sockets = server.Sockets;
                sockets.LostAcknowledgements = order.LostAcknowledgements ?? sockets.LostAcknowledgements;
                sockets.DismissedBeforeHello = order.DismissedBeforeHello ?? sockets.DismissedBeforeHello;
                sockets.PingInterval = order.PingSeconds is { } ping
                    ? ping <= 0
                        ? Timeout.InfiniteTimeSpan
                        : TimeSpan.FromSeconds(ping)
                    : sockets.PingInterval;
                if (order.Abort)
                {
                    sockets.Abort();
                }

                if (order.Disconnect is { } reason)
                {
                    await sockets.DisconnectAsync(reason, order.Count, cancellationToken);
                }
            }
        );
    }

    /// <summary>The interaction with everything shown for it so far.</summary>
    private static IResult Of(SlackServer server, Interaction interaction) =>
        EmulatorControl.Json(
            new
            {
                interaction.Id,
                interaction.Sent.Status,
                interaction.Sent.Verdict,
                interaction.Sent.Body,
                interaction.Sent.ContentType,
                interaction.Sent.Milliseconds,
                interaction.ResponseUrl,
                interaction.Problem,
                Replies = server.Shown.All.Where(reply => reply.Interaction == interaction.Id),
            }
        );

    /// <param name="Bot">Address of the bot, with its own routes.</param>
    private sealed record UrlOrder(
        Uri? Bot = null,
        Uri? Commands = null,
        Uri? Interactions = null,
        Uri? Options = null,
        Uri? Events = null
    );

    /// <param name="Event">The inner event.</param>
    /// <param name="Payload">A complete payload to send again.</param>
    private sealed record EventOrder(
        JsonObject? Event = null,
        JsonObject? Payload = null,
        string Workspace = SlackServer.FirstWorkspace,
        double[]? RetryAfterSeconds = null
    );

    /// <summary>Slack uses three seconds for each.</summary>
    private sealed record PatienceOrder(double AcknowledgementSeconds = 3, double TriggerSeconds = 3);

    private sealed record MentionOrder(
        string Text,
        string Channel = SlackServer.FirstChannel,
        string? Thread = null,
        string User = "U0000000001"
    );

    /// <param name="Challenge">For <c>url_verification</c>; null for <c>ssl_check</c>.</param>
    private sealed record ProbeOrder(string? Challenge = null, Dictionary<string, string>? Smuggled = null);

    /// <param name="Disconnect">Reason of a disconnect frame.</param>
    /// <param name="Count">Number of connections to send it to; null for all.</param>
    private sealed record SocketOrder(
        string? Disconnect = null,
        int? Count = null,
        bool Abort = false,
        int? LostAcknowledgements = null,
        int? DismissedBeforeHello = null,
        double? PingSeconds = null
    );
}
