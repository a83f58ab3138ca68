using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Emulators.Slack.Outbound;
using Bot.Emulators.Slack.World;

namespace Bot.Emulators.Slack.Interactions;

/// <summary>
/// People's actions in Slack: type commands, use elements of messages, submit forms. Sent to the bot over HTTP if
/// <see cref="SlackServer.Urls"/> has an address, otherwise over Socket Mode.
/// </summary>
public sealed class People(SlackServer server)
{
    private SlackWorld World => server.World;

    public async Task<Interaction> TypeAsync(
        SlashCommand command,
        SignatureKind signature = SignatureKind.Good,
        CancellationToken cancellationToken = default
    )
    {
        var id = World.NewId("I");
        var url = server.ResponseUrls.New(id, command.Workspace, command.Channel, command.User);
        var fields = command.Fields(World, server.Triggers.New(command.Workspace, command.User), url);
        var sent = server.Urls.Commands is { } address
            ? await server.Bot.FormAsync(address, fields, signature, cancellationToken)
            : await server.Sockets.SendAsync("slash_commands", JsonSerializer.SerializeToNode(fields)!.AsObject(), cancellationToken);
        return new Interaction(id, sent, url, Show(id, sent, new ReplyPlace(command.Workspace, command.Channel, command.User, null)));
    }

    /// <summary>Uses a button or select in a message, or in something only the person sees.</summary>
    /// <exception cref="KeyNotFoundException">The message or element does not exist.</exception>
    public async Task<Interaction> UseAsync(
        ElementUse use,
        SignatureKind signature = SignatureKind.Good,
        CancellationToken cancellationToken = default
    )
    {
        var id = World.NewId("I");
        var url = server.ResponseUrls.New(id, use.Workspace, use.Channel, use.User, use.MessageTs);
        JsonObject payload;
        lock (World.Gate)
        {
            payload = ActionPayload.Of(server, use, server.Triggers.New(use.Workspace, use.User), url);
        }

        var sent = await SendAsync(server.Urls.Interactions, payload, signature, cancellationToken);
        return new Interaction(id, sent, url);
    }

    /// <summary>Types into a select whose options come from the bot.</summary>
    /// <returns>The body is the bot's answer: <c>options</c> or <c>option_groups</c>.</returns>
    public async Task<Interaction> LookUpAsync(
        ElementUse use,
        SignatureKind signature = SignatureKind.Good,
        CancellationToken cancellationToken = default
    )
    {
        JsonObject payload;
        lock (World.Gate)
        {
            payload = ActionPayload.Suggestion(server, use);
        }

        return new Interaction(World.NewId("I"), await SendAsync(server.Urls.Options, payload, signature, cancellationToken), null);
    }

    /// <summary>Someone mentions the bot in a channel or thread: creates their message and the event.</summary>
    /// <param name="text">Without the mention.</param>
    public async Task<(SlackMessage Message, IReadOnlyList<SentRequest> Attempts)> MentionAsync(
        string channel,
        string text,
        string? thread = null,
        string user = "U0000000001",
        CancellationToken cancellationToken = default
    )
    {
        var workspace = World.Workspaces[World.Channel(channel).Workspace];
        var message = server.PostAsPerson(channel, $"<@{workspace.BotUser}> {text}", thread, user);
        var mention = new JsonObject
        {
            ["type"] = "app_mention",
            ["user"] = user,
            ["text"] = message.Text,
            ["ts"] = message.Ts,
            ["team"] = workspace.Id,
            ["channel"] = channel,
            ["event_ts"] = message.Ts,
        };
        if (thread is not null)
        {
            mention["thread_ts"] = thread;
        }

        return (message, await server.Events.SendAsync(server.Events.Wrap(mention, workspace.Id), cancellationToken: cancellationToken));
    }

    /// <summary>Sends any payload as is: something Slack may add in the future, or a forgery.</summary>
    public async Task<Interaction> SendAsync(
        JsonObject payload,
        SignatureKind signature = SignatureKind.Good,
        CancellationToken cancellationToken = default
    ) => new(World.NewId("I"), await SendAsync(server.Urls.Interactions, payload, signature, cancellationToken), null);

    internal Task<SentRequest> SendAsync(Uri? address, JsonObject payload, SignatureKind signature, CancellationToken cancellationToken) =>
        address is null
            ? server.Sockets.SendAsync("interactive", payload, cancellationToken)
            : server.Bot.FormAsync(address, [KeyValuePair.Create("payload", payload.ToJsonString())], signature, cancellationToken);

    /// <summary>Shows the content of a command's acknowledgement immediately.</summary>
    private string? Show(string id, SentRequest sent, ReplyPlace place)
    {
        if (!sent.IsOk || sent.Body.Length == 0)
        {
            return null;
        }

        var body = sent.ContentType == "application/json" ? sent.Json() : new JsonObject { ["text"] = sent.Body };
        return body is null ? "The acknowledgement is not JSON."
            : body.Count == 0 ? null
            : server.Replies.Show(id, "acknowledgement", body, place);
    }
}
