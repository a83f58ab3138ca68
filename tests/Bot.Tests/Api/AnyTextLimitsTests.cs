using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Platforms;
using Bot.Configuration;
using Bot.Emulators.Discord;
using Bot.Emulators.Discord.Rules;
using Bot.Emulators.Slack;
using Bot.Testing.Briefings;
using Bot.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Api;

/// <summary>
/// Any text as any argument of every command, on an archive of long entries: each part of the answer is one that the platform takes.
/// Slack's emulator and Discord's rules judge, which know nothing of the renderers.
/// </summary>
public sealed class AnyTextLimitsTests : IAsyncDisposable
{
    private const int Cases = 90;

    /// <summary>Bit of a message that consists of components.</summary>
    private const int Components = 1 << 15;

    private const string Long =
        "沿岸の観測網を広げ、潮の流れと風の向きを毎時まとめて、港ごとの荷役の計画に渡す仕組みを整えました。Fernway and Tidewater share it. ";

    private static readonly string[] Pieces =
    [
        " ",
        "Mossfield",
        "会社:",
        ">=",
        "$100M",
        "1億",
        "ドル",
        "以上",
        "先週",
        "2026",
        "2026-01-06",
        "..",
        "+10",
        "-1",
        "top",
        "合計",
        "medium",
        "changes",
        "funding",
        "調達",
        "ニュース",
        "展望",
        "に投資",
        "の",
        "？",
        "「",
        "」",
        "\"",
        "(",
        ")",
        "OR",
        "NOT",
        "|",
        "*",
        "`",
        "@everyone",
        "<!channel>",
        "😀",
        "か\u3099",
        "\n",
        "help",
        "Company1",
        "港",
    ];

    private readonly Bench _bench = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_part_of_an_answer_is_more_than_its_platform_takes()
    {
        await FillAsync();
        await using var host = await HostServices.OpenAsync(_bench);
        await using var slack = await SlackServer.StartAsync();
        using var api = new HttpClient { BaseAddress = slack.ApiAddress };
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", SlackServer.FirstToken);
        var discord = new MessageForm(new DiscordRules());
        var dispatcher = host.Services.GetRequiredService<CommandDispatcher>();
        var reader = host.Services.GetRequiredService<CommandReader>();
        var names = dispatcher.Catalogue.All.Select(command => command.Name).Append("").ToList();

        for (var seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            var line = $"/{names[seed % names.Count]} {Text(random)}";
            var locale = random.Next(2) == 0 ? Locale.English : Locale.Japanese;
            foreach (var platform in new[] { PlatformId.Slack, PlatformId.Discord })
            {
                if (reader.Read(line, locale) is not { } read)
                {
                    continue;
                }

                var call = read with { Platform = platform, Workspace = "W1", User = "U1", Channel = "C1" };
                var reply = await dispatcher.DispatchAsync(call, Cancellation);
                foreach (var part in PlatformCatalogue.PreviewOf(platform.Value, new BotOptions())!.Reply(reply, call))
                {
                    var body = JsonNode.Parse(part)!.AsObject();
                    var refusal =
                        platform == PlatformId.Slack ? await RefusalAsync(api, body)
                        : Record.Exception(() => discord.Verify(body, ((int?)body["flags"] & Components) != 0)) is { } refused
                            ? refused.ToString()
                        : null;
                    Assert.True(refusal is null, $"seed {seed}, {platform.Value}, {line}: {refusal}");
                }
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        _bench.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Null if Slack posts it.</summary>
    private static async Task<string?> RefusalAsync(HttpClient api, JsonObject body)
    {
        body.Remove("response_type");
        body.Remove("replace_original");
        body["channel"] = SlackServer.FirstChannel;
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await api.PostAsync("chat.postMessage", content, Cancellation);
        var answer = await response.Content.ReadAsStringAsync(Cancellation);
        return (bool?)JsonNode.Parse(answer)?["ok"] == true ? null : answer;
    }

    private async Task FillAsync()
    {
        var first = new FixtureBriefing();
        for (var day = 0; day < 3; day++)
        {
            var briefing = first with
            {
                Date = first.Date.AddDays(day),
                Technology =
                [
                    .. Enumerable.Range(0, 25).Select(n => new FixtureNews($"Company{n}、{n}番目の港で試験を開始", Repeated(8), 1)),
                ],
                Rounds =
                [
                    .. Enumerable
                        .Range(0, 40)
                        .Select(n => new FixtureRound(
                            $"Company{n} {day}",
                            Repeated(2),
                            $"{n + 1}00万ドル（シード）",
                            "Tidewater, Fernway",
                            Repeated(3),
                            5
                        )),
                ],
                Dives = [.. Enumerable.Range(0, 12).Select(n => new FixtureDive($"研究所{n}: 波を読む", Repeated(16), 8))],
                Insights = [.. Enumerable.Range(0, 20).Select(_ => Repeated(6))],
            };
            var outcome = await _bench.RunAsync("ingest", _bench.Write($"{briefing.Date:yyyy-MM-dd}.md", briefing.ToMarkdown()));
            Assert.True(outcome.Code == 0, outcome.Error);
        }
    }

    private static string Repeated(int times) => string.Concat(Enumerable.Repeat(Long, times));

    private static string Text(Random random) =>
        random.Next(6) switch
        {
            0 => "",
            1 => string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => (char)random.Next(char.MaxValue + 1))),
            2 => string.Concat(Enumerable.Repeat(Pieces[random.Next(Pieces.Length)], random.Next(1, 2_000))),
            _ => string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Pieces[random.Next(Pieces.Length)])),
        };
}
