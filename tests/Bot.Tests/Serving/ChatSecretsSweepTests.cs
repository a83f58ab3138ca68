using System.Globalization;
using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Chat;
using Bot.Emulators.Discord;
using Bot.Emulators.Discord.Interactions;
using Bot.Emulators.Discord.World;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Bot.Emulators.Slack;
using Bot.Emulators.Slack.Interactions;
using Bot.Emulators.Slack.Outbound;
using Bot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Serving;

/// <summary>
/// The service on Slack and Discord with a canary in every secret that they are set up with: posts and commands that go well,
/// requests that nobody believes, platforms that fail, tokens that are refused. Nothing that is said or kept holds one (faults I9, F8).
/// </summary>
[Collection(RunningBotCollection.Name)]
public sealed class ChatSecretsSweepTests : IAsyncLifetime
{
    private const string Publisher = "canary-publisher-5f2c9a7be1d0";
    private const string SlackToken = "xoxb-canary-slack-8c41f7d02b9a";
    private const string DiscordToken = "canary.discord.token-77e0b91c5d3f2a";

    private readonly SecretsSweep _sweep = new();
    private readonly List<string> _addresses = [];
    private Spans _spans = null!;
    private SlackServer _slack = null!;
    private DiscordServer _discord = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _slack = await SlackServer.StartAsync();
        _discord = await DiscordServer.StartAsync();
        // On a busy machine a command is deferred, not lost.
        _slack.Bot.Deadline = _slack.Triggers.Life = _discord.Rules.InteractionDeadline = Bench.Patience;
        var app = _slack.World.App;
        (app.SigningSecret, app.ClientSecret, app.AppToken) = (
            "canary-signing-2d6ba1f40c",
            "canary-client-90b7ce31fa",
            "xapp-canary-5a1e77d2c0"
        );
        _slack.World.AddToken(SlackToken, SlackServer.FirstWorkspace);
        _spans = Spans.Of(_sweep.Bench);
        _sweep
            .Bench.Set("Telemetry:Otlp:Headers:authorization", "canary-collector-40c1f6b2e9")
            .Set("Intake:ApiTokens:publisher", Publisher)
            .Set("Secrets:MasterKey", "canary-master-key-0c83be447d1b09c4f6e25a")
            .Set("Delivery:Looks:0", "00:00:00.1")
            .Set("Delivery:Looks:1", "00:00:00.2")
            // However the faults fall on the posts: with the usual waits, all on one would take minutes.
            .Set("Delivery:RetryWaits:0", "00:00:00.1")
            .Set("Delivery:CorrectionWait", "00:00:00")
            .Set("Slack:BotToken", SlackToken)
            .Set("Slack:AppToken", app.AppToken)
            .Set("Slack:SigningSecret", app.SigningSecret)
            .Set("Slack:PreviousSigningSecret", "canary-former-b80d3e5c61")
            .Set("Slack:ClientId", app.ClientId)
            .Set("Slack:ClientSecret", app.ClientSecret)
            .Set("Slack:ApiBaseUrl", _slack.ApiAddress.ToString())
            .Set("Slack:ChannelInterval", "00:00:00")
            .Set("Discord:Mode", "Http")
            .Set("Discord:Token", DiscordToken)
            .Set("Discord:ApplicationId", DefaultIds.Application.ToString(CultureInfo.InvariantCulture))
            .Set("Discord:PublicKey", _discord.Signer.PublicKey)
            .Set("Discord:ApiBaseUrl", _discord.ApiAddress.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        _sweep.Dispose();
        await _slack.DisposeAsync();
        await _discord.DisposeAsync();
    }

    [Fact]
    public async Task F8_No_secret_of_a_platform_is_in_any_log_page_answer_metric_or_dump()
    {
        await using (var bot = await RunningBot.StartAsync(_sweep.Bench))
        {
            _slack.Urls = RequestUrls.Under(bot.Http.BaseAddress!);
            _discord.World.Application.InteractionsEndpointUrl = new Uri(bot.Http.BaseAddress!, "/discord/interactions").AbsoluteUri;
            await SubscribeAsync(bot);
            await PostAsync(bot);
            await AskAsync();
            await BreakAsync(bot);
            await _sweep.AskAsync(bot.Http, HttpMethod.Get, "/metrics", null, null);
            await _sweep.AskAsync(bot.Http, HttpMethod.Get, "/?q=/briefing+status", null, null);
            await _sweep.DumpAsync(bot);
            Assert.Contains(
                "https://discord.com",
                _spans.Text.Replace(_discord.ApiAddress.GetLeftPart(UriPartial.Authority), "https://discord.com", StringComparison.Ordinal),
                StringComparison.Ordinal
            );
            _sweep.Keep(_spans.Text);
            Assert.Contains("ProtectedToken=", _sweep.Seen, StringComparison.Ordinal);
            Assert.Contains("Scope=token:discord", _sweep.Seen, StringComparison.Ordinal);
        }

        foreach (
            var words in new[]
            {
                new[] { "doctor" },
                ["deliveries", "list"],
                ["deliveries", "export"],
                ["slack", "manifest"],
                ["discord", "register"],
            }
        )
        {
            await _sweep.RunAsync(words);
        }

        // And values that are wrong: what is wrong with them is said, they are not.
        _sweep
            .Bench.Set("Slack:BotToken", "canary-no-token")
            .Set("Slack:AppToken", "canary-no-app-token")
            .Set("Discord:Token", $"Bot {DiscordToken}")
            .Set("Slack:SigningSecret", "");
        Assert.Equal(1, (await _sweep.RunAsync("serve")).Code);
        await _sweep.JudgeAsync([SlackToken, DiscordToken, .. _addresses]);
    }

    private static async Task SubscribeAsync(RunningBot bot)
    {
        await using var context = await bot.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>().CreateDbContextAsync(Cancel);
        foreach (
            var (platform, workspace, channel) in new[]
            {
                ("slack", SlackServer.FirstWorkspace, SlackServer.FirstChannel),
                ("discord", $"{DefaultIds.Guild}", $"{DefaultIds.TextChannel}"),
            }
        )
        {
            context.Add(
                new Subscription
                {
                    Platform = platform,
                    Workspace = workspace,
                    Channel = channel,
                    Series = "us-ai",
                    Locale = Locale.Japanese,
                    CreatedAt = TimeProvider.System.GetUtcNow(),
                }
            );
        }

        await context.SaveChangesAsync(Cancel);
    }

    /// <summary>Posts that the platforms first answer badly.</summary>
    private async Task PostAsync(RunningBot bot)
    {
        foreach (var script in new[] { _slack.Script, _discord.Script })
        {
            script.Add(new Fault(Decision.Accept, Answer.Reset) { Operation = "send" });
            script.Add(new Fault(Decision.Ignore, Answer.WithStatus(500)) { Operation = "send" });
            script.Add(new Fault(Decision.Accept, Answer.Of(AnswerKind.NotJson)) { Operation = "send" });
        }

        await _sweep.AskAsync(bot.Http, HttpMethod.Post, "/api/briefings", Publisher, Markdown.OfToday());
        foreach (var log in new[] { _slack.Log, _discord.Log })
        {
            var accepted = 0;
            await log.WaitForAsync(
                entry => entry is { Kind: LogKind.Accepted, Operation: "send" } && ++accepted == 4,
                Bench.Patience,
                Cancel
            );
        }
    }

    /// <summary>Commands, with and without a signature to be believed.</summary>
    private async Task AskAsync()
    {
        foreach (
            var command in new[]
            {
                new SlashCommand("/funding", "xai"),
                new SlashCommand("/help"),
                new SlashCommand("/briefing", "status"),
                new SlashCommand("/nothing"),
            }
        )
        {
            foreach (var signature in new[] { SignatureKind.Good, SignatureKind.Forged, SignatureKind.Old })
            {
                var asked = await _slack.People.TypeAsync(command, signature, Cancel);
                Assert.Equal(signature == SignatureKind.Good, asked.Sent.IsOk);
                _addresses.Add(asked.ResponseUrl!);
                _sweep.Keep(asked.Sent.Body);
            }
        }

        await _discord.Log.WaitForAsync(entry => _discord.Commands.Overwrites > 0, Bench.Patience, Cancel);
        foreach (var command in new[] { "help", "outlook", "briefing status" })
        {
            var asked = await _discord.People.CommandAsync(command, by: new Doing(DefaultIds.Owner));
            await asked.AnsweredAsync(Bench.Patience, Cancel);
            _addresses.Add(asked.Token);
            _sweep.Keep(asked.Text ?? asked.Failure);
        }

        foreach (var bad in Enum.GetValues<BadSignature>())
        {
            _sweep.Keep(
                await _discord.People.PostAsync(
                    """{"type":2,"token":"canary-of-an-interaction"}"""u8.ToArray(),
                    bad,
                    cancellationToken: Cancel
                )
            );
        }
    }

    /// <summary>The tokens are refused while a new revision goes out.</summary>
    private async Task BreakAsync(RunningBot bot)
    {
        _slack.World.Revoke(SlackToken);
        _discord.Tokens.Revoke(DiscordToken);
        await _sweep.AskAsync(bot.Http, HttpMethod.Post, "/api/briefings", Publisher, Markdown.OfToday("港の荷役を学んだ機械"));
        await using var context = await bot.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>().CreateDbContextAsync(Cancel);
        using var limit = new CancellationTokenSource(Bench.Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await context.Pauses.CountAsync(pause => pause.Scope.StartsWith("token:"), Cancel) < 2)
        {
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }
}
