using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Chat.Platforms;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Bot.Emulators.TestChat;
using Bot.FaultHost.TestPlatform;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Faults.Tests.Staging;

/// <summary>The test chat, whose workspaces, channels and payloads are whatever the test says.</summary>
public sealed class StagedTestChat : StagedPlatform
{
    public const string Canary = "xtest-canary-7f1d2c";

    private StagedTestChat(TestChatServer server) =>
        (Server, Settings) = (server, new TestChatSettings(server.Address, Canary) { Timeout = TimeSpan.FromSeconds(8) });

    public TestChatServer Server { get; }

    public TestChatSettings Settings { get; set; }

    public override PlatformId Id => TestPlatform.Name;

    public override ServerLog Log => Server.Log;

    public override FaultScript Script => Server.Script;

    public override Fault ChannelGone { get; } = new(Decision.Refuse(Refusals.ChannelGone), null) { Times = null };

    public override Fault ThreadLocked { get; } = new(Decision.Refuse(Refusals.ThreadGone), null) { Operation = "send", Root = false };

    public override Fault ThreadDeleted => ThreadLocked;

    public override IReadOnlyList<Fault> Unexplained { get; } = [new(Decision.Refuse(Refusals.Other), null)];

    public override string Secret => Canary;

    public override IReadOnlyDictionary<string, string> Environment =>
        new Dictionary<string, string>
        {
            [TestChatSettings.AddressVariable] = Settings.Address.ToString(),
            [TestChatSettings.TokenVariable] = Settings.Token,
            [TestChatSettings.TimeoutVariable] = Settings.Timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture),
            [TestChatSettings.TokensVariable] = Settings.TokenPerWorkspace ? "workspace" : "one",
        };

    public static async Task<StagedTestChat> StartAsync() => new(await TestChatServer.StartAsync());

    public override Task CloseAsync() => Server.CloseAsync();

    public override Task OpenAsync() => Server.OpenAsync();

    public override (string Workspace, string Channel) Place(string workspace, string channel) => (workspace, channel);

    public override string TokenOf(string workspace) => Settings.TokenPerWorkspace ? $"test:{workspace}" : "test";

    public override string PayloadOf(string text) => JsonSerializer.Serialize(new { text });

    // An empty payload means that the post could not be rendered.
    public override string TextOf(string payload) =>
        payload.Length > 0
        && JsonNode.Parse(payload) is JsonObject json
        && json["text"] is JsonValue value
        && value.TryGetValue<string>(out var text)
            ? text
            : "";

    public override void AddTo(IServiceCollection services, Func<IPlatform, IPlatform> wrap) =>
        services.AddSingleton(provider => wrap(new TestPlatform(Settings, provider.GetRequiredService<TimeProvider>())));

    public override ValueTask DisposeAsync() => Server.DisposeAsync();
}
