using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Platforms;
using Bot.Chat.Text;
using Bot.Testing.Briefings;

namespace Bot.Answers.Tests;

/// <summary>Any text as any argument of every command: an answer, or a plain word that it was not understood.</summary>
public sealed class AnyTextTests
{
    private const string Secret = "Velvetine";

    private const int Cases = 300;

    private static readonly Series Open = new("us-ai", "US AI", TimeZoneInfo.Utc);
    private static readonly Series Closed = new("board", "Board", TimeZoneInfo.Utc) { Workspaces = ["slack:T1"] };

    private static readonly string[] Pieces =
    [
        " ",
        " ",
        Secret,
        "board",
        "Mossfield",
        "会社:",
        "stge:",
        ">=",
        "$100M",
        "1億",
        "ドル",
        "先週",
        "2026-01-06",
        "..",
        "0001-01-01",
        "9999-12-31",
        "1/6",
        "+10",
        "+99999",
        "-1",
        "99999999999999999999",
        "top",
        "合計",
        "first",
        "medium",
        "changes",
        "投資家",
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
        "\u200b",
        "\ud83d",
        "😀",
        "\0",
        "ｘＡＩ",
        "か\u3099",
        "\n",
        "help",
        "resume",
    ];

    private static readonly PlatformId[] Doors = [PlatformId.Slack, PlatformId.Discord, PlatformId.Web];

    [Fact]
    public async Task Every_command_answers_any_text_and_tells_nothing_of_a_closed_series()
    {
        await using var desk = await AnswerDesk.OpenAsync(Open, Closed);
        await desk.StoreAsync(new FixtureBriefing());
        await desk.StoreAsync(
            new FixtureBriefing { Lead = Secret, Rounds = [new(Secret, "秘密", "7億ドル（シード）", "-", "秘密", 1)] },
            series: "board"
        );
        var names = desk.Dispatcher.Catalogue.All.Select(command => command.Name).Append("").ToList();

        for (var seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            var text = Text(random);
            var name = names[random.Next(names.Count)];
            var locale = random.Next(2) == 0 ? Locale.English : Locale.Japanese;
            CommandCall?[] calls =
            [
                desk.Reader.Read($"/{name} {text}", locale),
                name.Length > 0 ? new CommandCall(name, text, locale) : null,
            ];
            foreach (var call in calls.OfType<CommandCall>())
            {
                var asked = call with { Platform = Doors[random.Next(Doors.Length)], Workspace = "T2", User = "U1" };
                try
                {
                    var reply = await desk.ReplyAsync(asked);
                    Assert.NotEmpty(reply.Message.Body);
                    Assert.False(reply.Failed);
                    var said = TextRenderer.Render(reply.Message);
                    Assert.DoesNotContain("7億ドル", said, StringComparison.Ordinal);
                    // What was typed may be repeated; nothing else may name it.
                    Assert.True(text.Contains(Secret, StringComparison.Ordinal) || !said.Contains(Secret, StringComparison.Ordinal), said);
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    Assert.Fail($"seed {seed}, /{name} {text}: {failure}");
                }
            }
        }
    }

    private static string Text(Random random) =>
        random.Next(8) switch
        {
            0 => string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => (char)random.Next(char.MaxValue + 1))),
            1 => string.Concat(Enumerable.Repeat(Pieces[random.Next(Pieces.Length)], random.Next(1, 400))),
            _ => string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Pieces[random.Next(Pieces.Length)])),
        };
}
