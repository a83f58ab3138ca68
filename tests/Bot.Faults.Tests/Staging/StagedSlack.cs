using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Bot.Emulators.Slack;
using Bot.Emulators.TestChat;
using Bot.Slack;
using Bot.Slack.Setup;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Faults.Tests.Staging;

/// <summary>
/// Slack, with the bot's own adapter. Everything happens in one workspace, because there is one configured token; its pace is removed on
/// both sides, because these tests are not about it.
/// </summary>
public sealed class StagedSlack : StagedPlatform
{
    private const string Workspace = SlackServer.FirstWorkspace;

    private readonly SlackServer _server;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _channels = [];

    private StagedSlack(SlackServer server) => _server = server;

    public override PlatformId Id => PlatformId.Slack;

    public override ServerLog Log => _server.Log;

    public override FaultScript Script => _server.Script;

    // Archived: for a deleted channel Slack gives the same answer as for a private one without the bot, which the bot waits for.
    public override Fault ChannelGone { get; } = new(null, null) { Meanwhile = "archive-channel" };

    public override string TokenQuestion => "auth.test";

    public override Fault ThreadLocked { get; } =
        new(Decision.Refuse("restricted_action_thread_locked"), null) { Operation = "send", Root = false };

    public override Fault ThreadDeleted { get; } =
        new(null, null)
        {
            Operation = "send",
            Root = false,
            Meanwhile = "delete-root",
        };

    public override IReadOnlyList<Fault> Unexplained { get; } =
    [
        new(Decision.Ignore, Answer.WithStatus(404)),
        new(Decision.Ignore, Answer.WithStatus(403)),
        new(Decision.Refuse(Refusals.Other), null),
    ];

    public override Installation Installation =>
        new(PlatformId.Slack, Workspace, new Secret(SlackServer.FirstToken)) { Bot = _server.World.Workspaces[Workspace].BotId };

    public override string Secret => SlackServer.FirstToken;

    public override (string Workspace, string User)? Person => (Workspace, SlackServer.Member);

    public override IReadOnlyDictionary<string, string> Environment =>
        new Dictionary<string, string>
        {
            ["Slack__BotToken"] = SlackServer.FirstToken,
            ["Slack__SigningSecret"] = "signing-canary-1c9e",
            ["Slack__ApiBaseUrl"] = _server.ApiAddress.ToString(),
            ["Slack__ChannelInterval"] = "00:00:00",
            ["Slack__WorkspacePerMinute"] = "0",
            ["Slack__LinkContents"] = "false",
        };

    public static async Task<StagedSlack> StartAsync() => new(await SlackServer.StartAsync());

    public override Task CloseAsync() => _server.CloseAsync();

    public override Task OpenAsync() => _server.OpenAsync();

    public override (string Workspace, string Channel) Place(string workspace, string channel)
    {
        lock (_gate)
        {
            var name = $"{workspace}-{channel}".ToLowerInvariant();
            if (!_channels.TryGetValue(name, out var id))
            {
                _channels[name] = id = _server.World.AddChannel(Workspace, name).Id;
            }

            return (Workspace, id);
        }
    }

    public override string TokenOf(string workspace) => $"slack:{Workspace}";

    public override string PayloadOf(string text) => JsonSerializer.Serialize(new { text });

    public override string TextOf(string payload) => payload.Length > 0 ? JsonNode.Parse(payload)?["text"]?.GetValue<string>() ?? "" : "";

    public override void AddTo(IServiceCollection services, Func<IPlatform, IPlatform> wrap)
    {
        services.AddSlack(
            new SlackOptions
            {
                BotToken = SlackServer.FirstToken,
                ApiBaseUrl = _server.ApiAddress,
                ChannelInterval = TimeSpan.Zero,
                WorkspacePerMinute = 0,
                LinkContents = false,
            }
        );
        // In a real process the bot asks Slack for this at the start.
        services.AddSingleton<IInstallations>(new OneInstallation(() => Installation));
    }

    public override void RefuseDirect() => Script.Add(new Fault(Decision.Refuse("messages_tab_disabled"), null) { Operation = "send" });

    public override ValueTask DisposeAsync() => _server.DisposeAsync();
}
