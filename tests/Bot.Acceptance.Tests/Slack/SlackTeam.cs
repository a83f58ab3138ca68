using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Bot.Acceptance.Tests.Processes;
using Bot.Emulators.Slack;
using Bot.Emulators.Slack.Interactions;
using Bot.Emulators.Slack.Outbound;
using Bot.Emulators.Slack.World;

namespace Bot.Acceptance.Tests.Slack;

/// <summary>A team on the emulated Slack with the bot in one channel, subscribed; the bot runs as its own process.</summary>
internal sealed class SlackTeam : IAsyncDisposable
{
    public const string Channel = SlackServer.FirstChannel;
    public const string Owner = "U0000000007";

    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private const string Token = "acceptance-publisher-token";

    private readonly PublishedBot _published;
    private readonly EmptyFolder _folder = new();
    private readonly HttpClient _http = new();
    private string _said = "";

    private SlackTeam(PublishedBot published, SlackServer slack, string mode)
    {
        _published = published;
        Slack = slack;
        Mode = mode;
    }

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public SlackServer Slack { get; }

    public string Mode { get; }

    public BotProcess Bot { get; private set; } = null!;

    /// <param name="isDeclared">Subscribed by a file before the bot starts; otherwise by the owner in the channel.</param>
    public static async Task<SlackTeam> StartAsync(PublishedBot published, string mode, bool isDeclared = false)
    {
        var team = new SlackTeam(published, await SlackServer.StartAsync(), mode);
        // A process that has just started on a busy machine is not what these tests judge; that it acknowledges in time is tested
        // elsewhere.
        team.Slack.Bot.Deadline = team.Slack.Sockets.Deadline = team.Slack.Triggers.Life = Deadline;
        team.Slack.World.AddUser(new SlackUser(Owner, "hanako", SlackServer.FirstWorkspace) { IsOwner = true });
        if (isDeclared)
        {
            await team.DeclareAsync();
        }

        await team.RunBotAsync(SlackServer.FirstToken);
        if (!isDeclared)
        {
            await team.SubscribeAsync();
        }

        return team;
    }

    private async Task DeclareAsync()
    {
        await File.WriteAllTextAsync(
            _folder.File("subscriptions.json"),
            $$"""{"subscriptions":[{"series":"us-ai","platform":"slack","workspace":"{{SlackServer.FirstWorkspace}}","channel":"{{Channel}}"}]}""",
            Cancellation
        );
        var (code, _, errors) = await RunAsync("subscriptions", "apply", "subscriptions.json");
        Assert.True(code == 0, errors);
    }

    private async Task SubscribeAsync()
    {
        var asked = await Slack.People.TypeAsync(
            new SlashCommand("/briefing", "subscribe") { User = Owner },
            cancellationToken: Cancellation
        );
        await Slack.Shown.WaitForAsync(reply => reply.Interaction == asked.Id, Deadline, Cancellation);
    }

    /// <summary>Runs a verb beside the bot.</summary>
    private Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        BotProcess.RunAsync(_published, _folder.Path, Settings(SlackServer.FirstToken), arguments);

    /// <summary>What all processes said so far.</summary>
    public string Transcript => _said + Bot.Transcript;

    /// <summary>Starts the bot, in the place of the one that ran before.</summary>
    public async Task RunBotAsync(string token)
    {
        if (Bot is not null)
        {
            Bot.Signal(System.Runtime.InteropServices.PosixSignal.SIGTERM);
            Assert.Equal(0, await Bot.ExitAsync());
            _said += Bot.Transcript;
            await Bot.DisposeAsync();
        }

        Bot = BotProcess.Start(_published, _folder.Path, Settings(token));
        var address = await Bot.AddressAsync();
        Address = address;
        if (Mode == "Http")
        {
            Slack.Urls = RequestUrls.Under(address);
        }
        else
        {
            await Slack.Sockets.WaitForAsync(hub => hub.Count > 0, Deadline, Cancellation);
        }
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>Posts a briefing of so many days ago over the API.</summary>
    public async Task<HttpResponseMessage> PublishAsync(int daysAgo = 0)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, "/api/briefings"))
        {
            Content = new StringContent(Markdown(daysAgo), Encoding.UTF8, "text/markdown"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return await _http.SendAsync(request, Cancellation);
    }

    public IReadOnlyList<SlackMessage> Messages => Slack.Messages(Channel);

    /// <summary>Waits until so many messages stand in the channel.</summary>
    public Task<IReadOnlyList<SlackMessage>> PostedAsync(int count) =>
        Eventually.GetAsync(
            () => Task.FromResult(Messages),
            messages => messages.Count >= count,
            $"{count} messages\n{Bot.Transcript}",
            TimeSpan.FromSeconds(120)
        );

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Slack.DisposeAsync();
        _http.Dispose();
        _folder.Dispose();
    }

    private Dictionary<string, string> Settings(string token)
    {
        var settings = new Dictionary<string, string>
        {
            ["Intake__ApiTokens__publisher"] = Token,
            ["Slack__Mode"] = Mode,
            ["Slack__BotToken"] = token,
            ["Slack__ApiBaseUrl"] = Slack.ApiAddress.ToString(),
        };
        settings[Mode == "Http" ? "Slack__SigningSecret" : "Slack__AppToken"] =
            Mode == "Http" ? Slack.World.App.SigningSecret : Slack.World.App.AppToken;
        return settings;
    }

    private static string Day(int daysAgo) =>
        DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(9)).AddDays(-daysAgo).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Root and four sections.</summary>
    private static string Markdown(int daysAgo) =>
        $"""
            # AIの動き {Day(daysAgo)}：港の灯りを読むAI

            港の安全を見守るAIに資金が集まりました。<!channel> <@U0000000007> @everyone

            ## AI基盤技術ニュース

            - **Quietwater、霧の中の船影を読むモデルを公開**: 灯りの揺らぎから距離を測ります [1]。

            ## スタートアップの資金調達

            | 企業名 | 概要 | 調達額 | 投資家 | 引用 |
            | --- | --- | --- | --- | --- |
            | **Quietwater** | 港の見張り | 12億円（シリーズA） | Pier Partners | [1] |

            ## 包括的展望

            ### 短期（〜1年）

            **見張りの自動化**が進みます [1]。

            ### 中期（1〜3年）

            **無人の港**が試されます [1]。

            ## 参考文献

            [1] Harbour Post. (2026, January 5). *Lights read by machine*. https://harbourpost.example/lights
            """;
}
