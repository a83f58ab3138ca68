using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Discord;
using Bot.Discord.Setup;
using Bot.Emulators.Discord;
using Bot.Emulators.Discord.World;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Faults.Tests.Staging;

/// <summary>
/// Discord, with the bot's own adapter. Each workspace is a server, all of them served with one token. The limits of single channels are
/// removed; the global limit stays, because the adapter keeps to it by itself.
/// </summary>
public sealed class StagedDiscord : StagedPlatform
{
    private const string Canary = "discord-canary-3b9d61.GxTe0a.token";

    private readonly DiscordServer _server;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Guild> _guilds = [];
    private readonly Dictionary<string, ulong> _channels = [];
    private int _replaced;

    private StagedDiscord(DiscordServer server)
    {
        _server = server;
        foreach (var bucket in new[] { "send", "edit", "delete" })
        {
            server.Buckets.Set(bucket, null);
        }
    }

    public override PlatformId Id => PlatformId.Discord;

    public override ServerLog Log => _server.Log;

    public override FaultScript Script => _server.Script;

    public override Fault ChannelGone { get; } = new(null, null) { Meanwhile = "delete-channel" };

    public override string TokenQuestion => "get-me";

    public override Fault ThreadLocked { get; } =
        new(null, null)
        {
            Operation = "send",
            Root = false,
            Meanwhile = "lock-thread",
        };

    public override Fault ThreadDeleted { get; } =
        new(null, null)
        {
            Operation = "send",
            Root = false,
            Meanwhile = "delete-thread",
        };

    public override IReadOnlyList<Fault> Unexplained { get; } =
    [new(Decision.Refuse("uncoded 404"), null), new(Decision.Refuse("uncoded 403"), null), new(Decision.Refuse("uncoded 400"), null)];

    public override Installation Installation =>
        new(PlatformId.Discord, Installation.EveryWorkspace, new Secret(Token)) { Application = ApplicationId };

    public override string Secret => Canary;

    public override bool LooksByRepeating => true;

    public override (string Workspace, string User)? Person => (Text(DefaultIds.Guild), Text(DefaultIds.Reader));

    public override IReadOnlyDictionary<string, string> Environment =>
        new Dictionary<string, string>
        {
            ["Discord__Mode"] = nameof(DiscordMode.Http),
            ["Discord__Token"] = Token,
            ["Discord__ApplicationId"] = ApplicationId,
            ["Discord__PublicKey"] = _server.Signer.PublicKey,
            ["Discord__ApiBaseUrl"] = _server.ApiAddress.ToString(),
        };

    private static string ApplicationId => DefaultIds.Application.ToString(CultureInfo.InvariantCulture);

    private string Token => _replaced == 0 ? Canary : string.Create(CultureInfo.InvariantCulture, $"{Canary}-{_replaced}");

    public static async Task<StagedDiscord> StartAsync() => new(await DiscordServer.StartAsync());

    public override Task CloseAsync() => _server.CloseAsync();

    public override Task OpenAsync() => _server.OpenAsync();

    public override (string Workspace, string Channel) Place(string workspace, string channel)
    {
        lock (_gate)
        {
            if (!_guilds.TryGetValue(workspace, out var guild))
            {
                _guilds[workspace] = guild = _server.World.AddGuild(workspace);
            }

            var name = $"{workspace}-{channel}".ToLowerInvariant();
            if (!_channels.TryGetValue(name, out var id))
            {
                _channels[name] = id = _server.World.AddChannel(guild, name).Id;
            }

            return (Text(guild.Id), Text(id));
        }
    }

    public override string TokenOf(string workspace) => "discord";

    public override void ForgetNonces() => _server.Rules.NonceWindow = TimeSpan.Zero;

    public override void ForgetNoncesSoFar() => _server.Rules.NoncesSince = TimeProvider.System.GetUtcNow();

    public override void ReplaceToken() => _replaced++;

    // Any payload may be a root's here, so each names a thread.
    public override string PayloadOf(string text) =>
        JsonSerializer.Serialize(
            new
            {
                thread_name = "thread",
                flags = MessageFlags.IsComponentsV2,
                components = new[] { new { type = 10, content = text } },
                allowed_mentions = new { parse = Array.Empty<string>() },
            }
        );

    public override string TextOf(string payload) => payload.Length > 0 ? MessageText.Of(JsonNode.Parse(payload)!.AsObject()) : "";

    public override void AddTo(IServiceCollection services, Func<IPlatform, IPlatform> wrap)
    {
        services.AddDiscord(
            new DiscordOptions
            {
                Token = Token,
                ApplicationId = ApplicationId,
                ApiBaseUrl = _server.ApiAddress,
            }
        );
        // In a real process the bot stores its token there at the start.
        services.AddSingleton<IInstallations>(new OneInstallation(() => Installation));
    }

    public override void RefuseDirect() => _server.World.TakingNoMessages.Add(DefaultIds.Reader);

    public override ValueTask DisposeAsync() => _server.DisposeAsync();

    private static string Text(ulong id) => id.ToString(CultureInfo.InvariantCulture);
}
