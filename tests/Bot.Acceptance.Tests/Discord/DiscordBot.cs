using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Bot.Acceptance.Tests.Processes;
using Bot.Emulators.Discord;
using Bot.Emulators.Discord.Interactions;
using Bot.Emulators.Discord.World;

namespace Bot.Acceptance.Tests.Discord;

/// <summary>The published bot as a process, and Discord as it sees it: the emulator.</summary>
internal sealed class DiscordBot : IAsyncDisposable
{
    public const string Token = "acceptance-discord-token-never-shown";
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(90);

    private const string Publisher = "acceptance-publisher-token";

    private readonly EmptyFolder _folder = new();
    private readonly PublishedBot _published;

    private DiscordBot(PublishedBot published, DiscordServer discord) => (_published, Discord) = (published, discord);

    public DiscordServer Discord { get; }

    public BotProcess Process { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Dictionary<string, string> Settings { get; } = [];

    /// <summary>The bot has registered its commands and hears what people do.</summary>
    public static async Task<DiscordBot> StartAsync(PublishedBot published, string mode, Action<DiscordServer>? prepare = null)
    {
        var bot = new DiscordBot(published, await DiscordServer.StartAsync());
        // A process that has just started on a busy machine is not what these tests judge; that it defers in time is tested elsewhere.
        bot.Discord.Rules.InteractionDeadline = TimeSpan.FromSeconds(60);
        prepare?.Invoke(bot.Discord);
        bot.Settings["Discord__Mode"] = mode;
        bot.Settings["Discord__Token"] = Token;
        bot.Settings["Discord__ApplicationId"] = DefaultIds.Application.ToString(CultureInfo.InvariantCulture);
        bot.Settings["Discord__PublicKey"] = bot.Discord.Signer.PublicKey;
        bot.Settings["Discord__ApiBaseUrl"] = bot.Discord.ApiAddress.AbsoluteUri;
        bot.Settings["Intake__ApiTokens__publisher"] = Publisher;
        bot.Process = BotProcess.Start(published, bot._folder.Path, bot.Settings);
        bot.Http = new HttpClient { BaseAddress = await bot.Process.AddressAsync() };
        if (mode == "Http")
        {
            bot.Discord.World.Application.InteractionsEndpointUrl = new Uri(bot.Http.BaseAddress, "/discord/interactions").AbsoluteUri;
        }
        else
        {
            await bot.Discord.Log.WaitForAsync(entry => entry.Detail == "ready", Deadline, Cancellation);
        }

        await Eventually.GetAsync(
            () => Task.FromResult(bot.Discord.Commands.Overwrites),
            overwrites => overwrites > 0,
            "registered commands",
            Deadline
        );
        return bot;
    }

    /// <summary>Uses a command as somebody and waits for what is read then.</summary>
    public async Task<Interaction> AskAsync(string command, Dictionary<string, string>? values = null, Doing? by = null)
    {
        var asked = await Discord.People.CommandAsync(command, values, by);
        await asked.AnsweredAsync(Deadline, Cancellation);
        Assert.True(asked.Failure is null, $"{asked.Failure}\n{Process.Transcript}");
        return asked;
    }

    /// <summary>An admin of the server subscribes a channel, in chat.</summary>
    public Task SubscribeAsync(ulong channel = DefaultIds.TextChannel) =>
        AskAsync("briefing-admin subscribe", by: new Doing(DefaultIds.Owner, channel));

    /// <summary>The line of a pause, once the operator was told of it.</summary>
    public async Task<string> PausedAsync(string reason)
    {
        await Eventually.GetAsync(
            () => Task.FromResult(Process.StandardError),
            said => said.Contains(reason, StringComparison.Ordinal),
            $"the alert about {reason}",
            Deadline
        );
        return await Eventually.GetAsync(
            () => VerbAsync("deliveries", "pauses"),
            text => text.Contains(reason, StringComparison.Ordinal),
            "the pause",
            Deadline
        );
    }

    /// <summary>Posts today's briefing over the API.</summary>
    public async Task PublishAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/briefings", UriKind.Relative))
        {
            Content = new StringContent(Markdown(), Encoding.UTF8, "text/markdown"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Publisher);
        using var response = await Http.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    /// <summary>A verb beside the running service; its output.</summary>
    public async Task<string> VerbAsync(params string[] arguments)
    {
        var (code, output, errors) = await BotProcess.RunAsync(_published, _folder.Path, Settings, arguments);
        Assert.True(code is 0 or 1, errors);
        return output;
    }

    /// <summary>Waits until the channel has a root with its thread, and the thread the sections.</summary>
    public async Task<IReadOnlyList<Message>> ThreadAsync(ulong channel = DefaultIds.TextChannel)
    {
        var posts = await Eventually.GetAsync(
            () => Task.FromResult(Posts(channel)),
            posts => posts.Count > 0 && posts.Skip(1).Any(post => post.Text.Contains(LastReference, StringComparison.Ordinal)),
            "the references, which come last",
            Deadline
        );
        return posts;
    }

    /// <summary>The root and what is in its thread, in order, without what the platform says itself.</summary>
    public IReadOnlyList<Message> Posts(ulong channel = DefaultIds.TextChannel)
    {
        lock (Discord.World.Gate)
        {
            var root = Discord.World.Channel(channel)!.Messages.Values.SingleOrDefault(IsPost);
            var thread = root is null ? null : Discord.World.ThreadOf(root);
            return root is null ? [] : [root, .. thread is null ? [] : thread.Messages.Values.Where(IsPost)];
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        await Process.DisposeAsync();
        await Discord.DisposeAsync();
        _folder.Dispose();
    }

    private const string LastReference = "Lights read by machine";

    private static bool IsPost(Message message) => message is { Type: 0, Author.IsBot: true };

    public static string Today() =>
        DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Markdown() =>
        $"""
            # AIの動き {Today()}：港の灯りを読むAI

            港の安全を見守るAIに資金が集まりました。<script>alert(1)</script> @everyone <@{DefaultIds.Owner}>

            ## AI基盤技術ニュース

            - **Quietwater、霧の中の船影を読むモデルを公開**: 灯りの揺らぎから距離を測ります @here [1]。

            ## スタートアップの資金調達

            | 企業名 | 概要 | 調達額 | 投資家 | 引用 |
            | --- | --- | --- | --- | --- |
            | **Quietwater** | 港の見張り | 12億円（シリーズA） | Pier Partners | [1] |

            ## 深掘り

            {string.Concat(
                Enumerable.Range(1, 40).Select(i =>
                    $"- **岬{i}の試験**: 霧の濃い朝に灯りの揺らぎを記録し、船影までの距離を三つの方法で測り比べました。どの方法でも誤差は小さくなりました [1]。\n"
                )
            )}

            ## 展望

            - **短期（〜1年）**: 港での試験が広がります。
            - **中期（1〜3年）**: 観測網の共有が進みます。
            - **長期（3年〜）**: 無人の航路が日常になります。

            ## 参考文献

            [1] Harbour Post. (2026, January 5). *{LastReference}*. https://harbourpost.example/lights
            """;
}
