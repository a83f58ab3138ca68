using Bot.Chat;
using Bot.Chat.Answering;
using Bot.Chat.Text;
using Bot.Testing.Briefings;

namespace Bot.Answers.Tests.Asking;

public sealed class AskTests
{
    [Theory]
    [InlineData(
        "今月のシリーズBで1000万ドル以上は？",
        "条件に合う資金調達は1件です",
        "/funding シリーズB 1000万ドル以上 2026-01-01..2026-01-06"
    )]
    [InlineData("Mossfieldはいくら調達した？", "Mossfield の資金調達は1件です", "/funding Mossfield")]
    [InlineData("一番大きい調達は", "金額の大きい順に1〜3位です", "/funding top")]
    [InlineData("who raised more than $40M this month?", "条件に合う資金調達は2件です", "/funding more than $40M 2026-01-01..2026-01-06")]
    [InlineData("今月の調達は合計いくら？", "合計 120億5100万ドル（公表3社の合計）", "/funding total 2026-01-01..2026-01-06")]
    [InlineData("how many seed rounds in 2026-01?", "条件に合う資金調達は1件です", "/funding seed 2026-01-01..2026-01-06")]
    [InlineData("QuillstoneとMossfieldは何件？", "条件に合う資金調達は2件です", "/funding Quillstone, Mossfield")]
    [InlineData("2026-01のHarborlightのニュース", null, "/news date:2026-01-01..2026-01-06")]
    public async Task A_question_is_shown_as_its_query_and_answered_from_rows(string question, string? first, string query)
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing());

        var answer = await desk.AskAsync("/ask " + question);

        if (first is not null)
        {
            Assert.Equal(first, answer.Split('\n')[0]);
            Assert.Contains(query, answer, StringComparison.Ordinal);
        }

        // The query, run on its own, says the same.
        var said = (await desk.AskAsync(query.Split('\n')[0])).Split('\n')[0];
        Assert.True(first is null || said == first, said);
    }

    [Fact]
    public async Task The_query_is_shown_with_the_names_of_its_columns()
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing());

        Assert.Contains(
            "（会社:Mossfield ステージ:series-b 金額>$40M 期間:2026-01-01..2026-01-06）",
            await desk.AskAsync("/ask 今月のMossfieldのシリーズBで4000万ドル超は？"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "(stage:seed amount<=$10M)",
            await desk.AskAsync("/ask seed rounds up to $10M", Locale.English),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_cannot_be_read_is_named_and_gets_three_queries_that_run()
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing());

        var reply = await desk.ReplyAsync("/ask Mossfieldの社長の好きな色は？");

        Assert.StartsWith("質問のこの部分が読めませんでした: ", TextRenderer.Render(reply.Message), StringComparison.Ordinal);
        Assert.Equal(["funding", "search", "funding"], reply.Message.Buttons.Select(button => button.Command));
        Assert.Equal("Mossfield", reply.Message.Buttons[0].Arguments);
        foreach (var button in reply.Message.Buttons)
        {
            Assert.True((await desk.ReplyAsync("/" + button.Line)).Succeeded);
        }
    }

    [Theory]
    [InlineData("今月のシリーズBは？", "条件に合う資金調達は1件です")]
    [InlineData("@bot who raised more than $40M this month?", "条件に合う資金調達は2件です")]
    [InlineData("mossfield 今月", "Mossfield の資金調達は1件です")]
    public async Task A_question_needs_no_command(string line, string first)
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing());

        Assert.Contains(first.Split('は')[0], await desk.AskAsync(line), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sharing_repeats_what_was_read()
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing());
        var reply = await desk.ReplyAsync("/ask 1000万ドル以上は？");

        var share = SharedAnswer.Offer(reply, new Bot.Chat.Commands.CommandCall("ask", "", Locale.Japanese)).Buttons[0];

        var again = await desk.ReplyAsync(
            new Bot.Chat.Commands.CommandCall(share.Command, share.Arguments, Locale.Japanese)
            {
                Date = share.Date,
                UpTo = share.UpTo,
                Series = share.Series,
            }
        );
        Assert.Equal(TextRenderer.Render(reply.Message), TextRenderer.Render(again.Message));
    }

    [Fact]
    public async Task An_empty_archive_says_so()
    {
        await using var desk = await AnswerDesk.OpenAsync();

        Assert.Equal("まだ届いていません。", await desk.FirstLineAsync("/ask 先月のシリーズBは？"));
    }

    [Fact]
    public async Task Any_text_gets_an_answer()
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing());
        string[] pieces =
        [
            "先月",
            "の",
            "1億",
            "ドル",
            "以上",
            "$",
            ">=",
            "Mossfield",
            "シリーズ",
            "B",
            " ",
            "？",
            "。",
            "\ud83d",
            "😀",
            "how many",
            "news",
            "+10",
            "(",
            "\"",
            "2026-",
            "01",
        ];

        for (var seed = 0; seed < 250; seed++)
        {
            var random = new Random(seed);
            var text = string.Concat(Enumerable.Range(0, random.Next(10)).Select(_ => pieces[random.Next(pieces.Length)]));
            foreach (var command in (string[])["ask", "search"])
            {
                Assert.NotEmpty((await desk.ReplyAsync(new Bot.Chat.Commands.CommandCall(command, text, Locale.Japanese))).Message.Body);
            }
        }
    }
}
