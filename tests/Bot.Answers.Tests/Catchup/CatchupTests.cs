using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Platforms;
using Bot.Chat.Text;
using Bot.Testing.Briefings;

namespace Bot.Answers.Tests.Catchup;

public sealed class CatchupTests
{
    private static readonly FixtureBriefing Before = new() { Date = new DateOnly(2026, 1, 4) };

    private static readonly FixtureBriefing Today = new()
    {
        Technology =
        [
            new FixtureNews("Harborlight、荷役ロボットの学習モデルを公開", "新しい港でも試験が始まりました。詳しい日程は未定です。", 1),
            new FixtureNews("Openpier、300万ドルを調達", "Openpierが300万ドルを集めました。", 6),
        ],
        Marketing = [],
        Dives = [],
        Rounds =
        [
            new FixtureRound("Quillstone", "契約書を読む基盤モデル", "120億ドル / 900億ドル", "Tidewater", "法務の下調べを数分に", 5),
            new FixtureRound("Openpier", "船の道具", "300万ドル（シード）", "-", "港が変わる", 6),
        ],
    };

    [Fact]
    public async Task Each_story_is_told_once_the_largest_completed_amount_first_then_what_most_days_report()
    {
        await using var desk = await AnswerDesk.OfAsync(Before, Today);

        var lines = (await desk.AskAsync("/catchup 10分")).Split('\n');

        Assert.Equal("12/31〜1/6の話題は9件です", lines[0].Replace("2025/", "", StringComparison.Ordinal));
        var at = new[]
        {
            "Quillstone　120億ドル（評価額 900億ドル）・1/6・2回の記載（1/4から）",
            "Mossfield　4200万ドル・シリーズB・1/4",
            "Lanternfish　900万ドル・シード・1/4",
            "Openpier　300万ドル・1/6・2回の記載",
            "Harborlight、荷役ロボットの学習モデルを公開",
            "TidewaterとHarborlight、海図の共同整備で合意",
        }.Select(begin => Array.FindIndex(lines, line => line.StartsWith(begin, StringComparison.Ordinal)));
        Assert.True(!at.Contains(-1), string.Join('\n', lines));
        Assert.Equal(at.Order(), at);
        // In its latest state, with the days that report it; the news of a deal's amount is that deal.
        Assert.Contains("新しい港でも試験が始まりました。", lines);
        Assert.Contains("1/6・2日の記載・[1] Harborlight Blog (https://harborlight.example/blog/stack)", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("Openpier、300万ドルを調達", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_minutes_bound_what_is_told_and_the_rest_is_counted_and_can_be_read_on()
    {
        var many = Before with
        {
            Technology = [.. Enumerable.Range(1, 12).Select(n => new FixtureNews($"第{n}の港が動き出す", new string('港', 90) + "。", 1))],
        };
        await using var desk = await AnswerDesk.OfAsync(many);

        var reply = await desk.ReplyAsync("/catchup 1分");
        var text = TextRenderer.Render(reply.Message);
        var all = await desk.AskAsync("/catchup 30分");

        Assert.Contains("読了約1分・残り", text, StringComparison.Ordinal);
        Assert.DoesNotContain("残り", all, StringComparison.Ordinal);
        var stories = new HashSet<string>();
        for (var page = reply; page is not null; )
        {
            foreach (var n in Enumerable.Range(1, 12).Where(n => Holds(page, $"第{n}の港が動き出す")))
            {
                Assert.True(stories.Add($"{n}"));
            }

            var more = page.Message.Buttons.FirstOrDefault(button => button.Label == "続き");
            page = more is null
                ? null
                : await desk.ReplyAsync(
                    new CommandCall(more.Command, more.Arguments, Locale.Japanese) { Date = more.Date, UpTo = more.UpTo }
                );
        }

        Assert.Equal(12, stories.Count);
    }

    [Fact]
    public async Task It_begins_with_what_came_after_the_askers_last_answer()
    {
        await using var desk = await AnswerDesk.OfAsync(Before);
        var (ours, others) = (Asked("U1"), Asked("U2"));
        desk.Clock.Now += TimeSpan.FromHours(1);
        desk.Askers.Answered(ours, desk.Clock.GetUtcNow());

        Assert.Contains(
            "前回の回答のあとに新しい話題はありません。この7日間の話題です",
            await TextAsync(desk, ours),
            StringComparison.Ordinal
        );

        desk.Clock.Now += TimeSpan.FromHours(1);
        await desk.StoreAsync(Today);
        // What is filled in later is no news.
        await desk.StoreAsync(Before with { Date = new DateOnly(2025, 12, 1) });

        var text = await TextAsync(desk, ours);
        Assert.StartsWith("1月6日(火)の話題は3件です\n\n前回の回答のあとに届いた話題です・読了約1分\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lanternfish", text, StringComparison.Ordinal);
        // Another person, and another workspace's person of the same id, is told of seven days.
        Assert.Contains("の話題は9件です", await TextAsync(desk, others), StringComparison.Ordinal);
        Assert.Contains("の話題は9件です", await TextAsync(desk, ours with { Workspace = "T2" }), StringComparison.Ordinal);
        Assert.Contains("の話題は9件です", await TextAsync(desk, ours with { User = "" }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("追いつき 1/5", "1/5〜1/6の話題は3件です")]
    [InlineData("/catchup 2026-01-06", "1月6日(火)の話題は3件です")]
    [InlineData("/catchup since yesterday", "1/5〜1/6の話題は3件です")]
    [InlineData("/catchup 2025-12-30..2026-01-05 5 minutes", "2025/12/30〜1/5の話題は8件です")]
    [InlineData("/catchup ５分", "2025/12/31〜1/6の話題は9件です")]
    [InlineData("/catchup 昨年", "2025年12月31日(水)のブリーフィングはありません。")]
    [InlineData("/catchup 灯台", "「灯台」は読み取れませんでした。")]
    [InlineData("/catchup 0分", "「0分」は読み取れませんでした。")]
    public async Task It_takes_a_beginning_and_minutes_in_any_order(string line, string first)
    {
        await using var desk = await AnswerDesk.OfAsync(Before, Today);

        var told = await desk.FirstLineAsync(line);

        if (line.EndsWith("昨年", StringComparison.Ordinal))
        {
            Assert.EndsWith("のブリーフィングはありません。", told, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(first, told);
        }
    }

    [Fact]
    public async Task A_long_time_is_cut_and_says_so_and_an_empty_archive_says_so()
    {
        await using var desk = await AnswerDesk.OfAsync(Before with { Date = new DateOnly(2025, 1, 4) }, Today);

        var text = await desk.AskAsync("/catchup 2025-01-01");

        Assert.Contains("さかのぼるのは92日までです", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lanternfish", text, StringComparison.Ordinal);
        await using var empty = await AnswerDesk.OpenAsync();
        Assert.Equal("まだ届いていません。", await empty.FirstLineAsync("/catchup"));
    }

    private static CommandCall Asked(string user) =>
        new("catchup", "", Locale.Japanese)
        {
            Platform = PlatformId.Slack,
            Workspace = "T1",
            User = user,
        };

    private static async Task<string> TextAsync(AnswerDesk desk, CommandCall call) =>
        TextRenderer.Render((await desk.ReplyAsync(call)).Message);

    private static bool Holds(Reply reply, string headline) =>
        TextRenderer.Render(reply.Message).Contains(headline, StringComparison.Ordinal);
}
