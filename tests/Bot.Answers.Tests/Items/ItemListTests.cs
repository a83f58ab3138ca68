using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Text;
using Bot.Testing.Briefings;

namespace Bot.Answers.Tests.Items;

public sealed class ItemListTests
{
    private static readonly FixtureBriefing Before = new()
    {
        Date = new DateOnly(2025, 12, 30),
        Technology = [new FixtureNews("Openpier、船の道具箱を公開", "クレーンのための道具です。手引きもあります。", 1)],
        Marketing = [],
        Dives = [new FixtureDive("Openpierの錨: 流されない計算", "潮の向きを読みます。", 2)],
    };

    [Fact]
    public async Task News_are_listed_newest_first_with_day_and_sources()
    {
        await using var desk = await AnswerDesk.OfAsync(Before, new FixtureBriefing());

        Assert.StartsWith(
            """
            新しい順のニュースです

            Harborlight、荷役ロボットの学習モデルを公開
            1/6・[1] Harborlight Blog (https://harborlight.example/blog/stack)

            TidewaterとHarborlight、海図の共同整備で合意
            1/6・[2] Tidewater Newsroom (https://tidewater.example/news/chart)
            """,
            await desk.AskAsync("/news")
        );
        var text = await desk.AskAsync("/news");
        Assert.True(text.IndexOf("Brightloom", StringComparison.Ordinal) < text.IndexOf("Openpier", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/news クレーン", "「クレーン」のニュースは2件です")]
    [InlineData("/news クレーン 先週", "「クレーン」のニュースは1件です")]
    [InlineData("/news harborlight OR openpier", "「harborlight OR openpier」のニュースは3件です")]
    [InlineData("/news 先週", "新しい順のニュースです（2025/12/29〜1/4）")]
    [InlineData("/news 2025-12-30", "新しい順のニュースです（2025年12月30日(火)）")]
    [InlineData("/news 灯台", "ニュースは見つかりませんでした: 灯台")]
    [InlineData("/news 灯台 昨日", "ニュースは見つかりませんでした: 灯台・1月5日(月)")]
    [InlineData("/news -灯台", "「-灯台」では探せません。")]
    [InlineData("/tech", "新しい順の技術解説です")]
    [InlineData("/tech 雪崩", "「雪崩」の技術解説は1本です")]
    [InlineData("記事", "新しい順のニュースです")]
    [InlineData("/briefing 技術 雪崩", "「雪崩」の技術解説は1本です")]
    [InlineData("/briefing news クレーン", "「クレーン」のニュースは2件です")]
    public async Task Words_and_times_choose_items(string line, string first)
    {
        await using var desk = await AnswerDesk.OfAsync(Before, new FixtureBriefing());

        Assert.Equal(first, await desk.FirstLineAsync(line));
    }

    [Fact]
    public async Task A_found_item_shows_the_passage_and_one_alone_its_whole_text()
    {
        await using var desk = await AnswerDesk.OfAsync(Before, new FixtureBriefing());

        Assert.Contains("\nクレーンのための道具です。\n", await desk.AskAsync("/news クレーン"), StringComparison.Ordinal);
        var whole = await desk.AskAsync("/news 手引き");
        Assert.Contains("2025年12月30日(火)のブリーフィングから", whole, StringComparison.Ordinal);
        Assert.Contains("クレーンのための道具です。手引きもあります。 [1]", whole, StringComparison.Ordinal);
        Assert.Contains("[1] Harborlight Blog https://harborlight.example/blog/stack", whole, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_item_is_on_one_page_and_no_page_is_asked_anew()
    {
        await using var desk = await AnswerDesk.OfAsync([
            .. Enumerable.Range(1, 6).Select(day => new FixtureBriefing { Date = new DateOnly(2026, 1, day) }),
        ]);
        var seen = new List<string>();
        for (var line = "/news"; line is not null; )
        {
            var reply = await desk.ReplyAsync(line);
            seen.AddRange(TextRenderer.Render(reply.Message).Split('\n').Where(text => text.StartsWith("1/", StringComparison.Ordinal)));
            line = reply.Message.Buttons.FirstOrDefault(button => button.Label == "続き") is { } more
                ? $"/{more.Command} {more.Arguments}"
                : null;
        }

        Assert.Equal((24, 24), (seen.Count, seen.Distinct().Count()));
        Assert.Equal(await desk.FirstLineAsync("/news"), await desk.FirstLineAsync("/news +500"));
    }

    [Theory]
    [InlineData("/news")]
    [InlineData("/news クレーン")]
    [InlineData("/news 今週")]
    [InlineData("/tech")]
    [InlineData("/search 機械")]
    [InlineData("/insight")]
    [InlineData("/analysis")]
    [InlineData("/analysis diff")]
    public async Task A_repeated_answer_is_the_same_when_more_has_arrived(string line)
    {
        await using var desk = await AnswerDesk.OfAsync(Before, new FixtureBriefing());
        var reply = await desk.ReplyAsync(line);

        await desk.StoreAsync(new FixtureBriefing { Date = new DateOnly(2026, 1, 9) });

        Assert.Equal(TextRenderer.Render(reply.Message), TextRenderer.Render((await desk.ReplyAsync(reply.Pinned!)).Message));
    }

    [Theory]
    [InlineData("news")]
    [InlineData("tech")]
    [InlineData("search")]
    [InlineData("analysis")]
    [InlineData("insight")]
    public async Task Any_text_gets_an_answer(string command)
    {
        await using var desk = await AnswerDesk.OfAsync(Before, new FixtureBriefing());
        string[] parts =
        [
            "\"",
            "OR",
            "NOT ",
            "-",
            "(",
            ")",
            "港",
            "クレーン",
            "diff",
            "先週",
            "+10",
            "\ud800",
            "\0",
            "'",
            "*",
            ":",
            "1/6",
            "AND",
        ];
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var text = string.Join(
                random.Next(2) == 0 ? " " : "",
                Enumerable.Range(0, random.Next(6)).Select(_ => parts[random.Next(parts.Length)])
            );

            var reply = await desk.ReplyAsync(new CommandCall(command, text, Locale.English));

            Assert.NotEmpty(TextRenderer.Render(reply.Message).Trim());
        }
    }

    [Theory]
    [InlineData("news")]
    [InlineData("tech")]
    [InlineData("search 港")]
    [InlineData("analysis")]
    [InlineData("insight")]
    public async Task An_empty_archive_says_so(string line)
    {
        await using var desk = await AnswerDesk.OpenAsync();

        Assert.StartsWith("まだ届いていません。", await desk.AskAsync("/" + line), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_Slack_examples_stand_behind_briefing()
    {
        await using var desk = await AnswerDesk.OfAsync(Before);
        var call = desk.Reader.Read("/briefing news 灯台", Locale.Japanese)! with { Platform = Bot.Chat.Platforms.PlatformId.Slack };

        var text = TextRenderer.Render((await desk.ReplyAsync(call)).Message);

        Assert.Contains("例 /briefing news", text, StringComparison.Ordinal);
    }
}
