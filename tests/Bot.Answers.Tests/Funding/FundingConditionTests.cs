using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Text;
using Bot.Testing.Briefings;

namespace Bot.Answers.Tests.Funding;

public sealed class FundingConditionTests
{
    // The clock stands at 2026-01-06, a Tuesday.
    private static readonly FixtureBriefing Before = new()
    {
        Date = new DateOnly(2025, 12, 30),
        Rounds =
        [
            new FixtureRound("Monday", "予定を立てる機械", "3000万ドル（シリーズA）", "Fernway", "会議が減る", 5),
            new FixtureRound("Seed Labs", "種をまく機械", "8億円", "-", "畑が広がる", 6),
        ],
    };

    [Theory]
    [InlineData("/funding 先週", "Monday Seed Labs")]
    [InlineData("/funding last week", "Monday Seed Labs")]
    [InlineData("/funding 今週", "xAI LMArena Lucidean Pluto Financial")]
    [InlineData("/funding 200億ドル以上", "xAI")]
    [InlineData("/funding >=$100M", "xAI LMArena")]
    [InlineData("/funding >= $100M", "xAI LMArena")]
    [InlineData("/funding 100M$以上", "xAI LMArena")]
    [InlineData("/funding over 150 million dollars", "xAI")]
    [InlineData("/funding 1億ドル未満 今週", "Lucidean Pluto Financial")]
    [InlineData("/funding 1000万〜5000万ドル", "Lucidean Monday")]
    [InlineData("/funding 1億円以上", "Seed Labs")]
    [InlineData("/funding シード", "Lucidean Pluto Financial")]
    [InlineData("/funding series a", "Monday")]
    [InlineData("/funding シリーズA 先週", "Monday")]
    [InlineData("/funding seed >=$10M", "Lucidean")]
    [InlineData("/funding xai、lmarena", "xAI LMArena")]
    [InlineData("/funding xai lmarena pluto financial", "xAI LMArena Pluto Financial")]
    [InlineData("/funding xAIとMonday 先週", "Monday")]
    [InlineData("/funding xai >=$1B", "xAI")]
    [InlineData("/funding top", "xAI LMArena Monday Lucidean Pluto Financial")]
    [InlineData("/funding 上位 先週", "Monday")]
    [InlineData("/funding top 円", "Seed Labs")]
    public async Task Conditions_choose_deals(string line, string companies)
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing, Before);

        var text = await desk.AskAsync(line);

        string[] all = ["xAI", "LMArena", "Lucidean", "Pluto Financial", "Monday", "Seed Labs"];
        var listed = all.Select(name => (name, At: text.IndexOf("\n" + name + "　", StringComparison.Ordinal)))
            .Where(found => found.At >= 0)
            .OrderBy(found => found.At)
            .Select(found => found.name);
        Assert.Equal(companies, string.Join(' ', listed));
    }

    [Theory]
    // A word that is a day, a stage or a company means what the archive has a company for.
    [InlineData("/funding monday", "Monday の資金調達は1件です")]
    [InlineData("/funding seed labs", "Seed Labs の資金調達は1件です")]
    [InlineData("/funding monday 2025-12-30", "Monday の資金調達は1件です")]
    // The longer run wins: this is the week, not the company and a rest.
    [InlineData("/funding last monday", "1月5日(月)のブリーフィングはありません")]
    public async Task A_conflict_of_a_name_and_a_time_ends_in_favour_of_what_fits(string line, string first)
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing, Before);

        Assert.StartsWith(first, await desk.FirstLineAsync(line), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_company_has_the_name_the_word_is_the_day()
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing);

        Assert.Equal("1月5日(月)のブリーフィングはありません。", await desk.FirstLineAsync("/funding monday"));
    }

    [Fact]
    public async Task An_answer_says_the_conditions_as_they_were_understood()
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing, Before);

        Assert.StartsWith(
            """
            条件に合う資金調達は1件です

            条件: 2025/12/29〜1/4・シリーズA・1000万ドル以上

            Monday　3000万ドル・シリーズA・2025/12/30 [5] Ledger Post (https://ledgerpost.example/quillstone)
            """,
            await desk.AskAsync("/funding 先週 シリーズA 1000万ドル以上")
        );
        Assert.StartsWith(
            """
            No funding matches.

            Conditions: 29 Dec 2025 to 4 Jan · over $1B

            ‹/funding› /funding
            """,
            await desk.AskAsync("/funding last week >$1B", Locale.English)
        );
    }

    [Fact]
    public async Task Totals_are_by_currency_and_kind_and_say_their_days()
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing, Before);

        var text = await desk.AskAsync("/funding 合計");

        Assert.StartsWith("合計 202億660万ドル（公表5社の合計）・8億円", text, StringComparison.Ordinal);
        Assert.Contains("条件に合う資金調達は6件です・2025/12/8〜1/6", text, StringComparison.Ordinal);
        Assert.Contains("‹大きい順› /funding 上位 2025-12-08..2026-01-06", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_looks_like_a_condition_and_cannot_be_read_says_what_can()
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing);

        var text = await desk.AskAsync("/funding 来週");

        Assert.StartsWith("「来週」は会社名ではなく条件のようですが、読み取れませんでした。", text, StringComparison.Ordinal);
        Assert.Contains("1/5〜1/9", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/funding 先週")]
    [InlineData("/funding >=$10M")]
    [InlineData("/funding top")]
    [InlineData("/funding total")]
    [InlineData("/funding xai lmarena")]
    [InlineData("/funding シード 今週")]
    [InlineData("/funding monday")]
    public async Task A_repeated_answer_is_the_same_when_more_has_arrived(string line)
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing, Before);
        var reply = await desk.ReplyAsync(line);

        await desk.StoreAsync(new FixtureBriefing { Date = new DateOnly(2026, 1, 9) });
        await desk.StoreAsync(RealDay.Briefing with { Date = new DateOnly(2026, 1, 8) });

        Assert.Equal(TextRenderer.Render(reply.Message), TextRenderer.Render((await desk.ReplyAsync(reply.Pinned!)).Message));
    }

    [Fact]
    public async Task Every_part_of_a_long_list_is_reached_by_its_button()
    {
        await using var desk = await AnswerDesk.OfAsync([
            .. Enumerable
                .Range(0, 13)
                .Select(n => new FixtureBriefing
                {
                    Date = new DateOnly(2025, 12, 1).AddDays(n),
                    Rounds = [new FixtureRound($"Fernway {(char)('a' + n)}", "機械", $"{n + 1}億ドル（シード）", "-", "見張り", 6)],
                }),
        ]);
        var seen = new List<string>();
        for (var line = "/funding シード"; line is not null; )
        {
            var reply = await desk.ReplyAsync(line);
            seen.AddRange(
                TextRenderer.Render(reply.Message).Split('\n').Where(text => text.StartsWith("Fernway", StringComparison.Ordinal))
            );
            line = reply.Message.Buttons.FirstOrDefault(button => button.Label == "続き") is { } more
                ? $"/{more.Command} {more.Arguments}"
                : null;
        }

        Assert.Equal((13, 13), (seen.Count, seen.Distinct().Count()));
    }

    [Fact]
    public async Task A_company_is_counted_by_deals_and_not_by_reports()
    {
        await using var desk = await AnswerDesk.OfAsync([
            .. new[] { 2, 3, 5, 6 }.Select(day => RealDay.Briefing with { Date = new DateOnly(2026, 1, day) }),
        ]);

        var text = await desk.AskAsync("/funding xai");

        Assert.StartsWith("xAI の資金調達は1件です\n", text, StringComparison.Ordinal);
        Assert.Contains("ほかの日の記載: 1/5 [5] CNBC (https://cnbc.example/xai)、1/3 ", text, StringComparison.Ordinal);
        Assert.Equal("出資者としては1件: ", (await desk.AskAsync("/funding nvidia")).Split('\n')[2][..11]);
    }

    [Fact]
    public async Task Any_text_gets_an_answer()
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing, Before);
        string[] parts =
        [
            "top",
            "total",
            ">=",
            "$",
            "100M",
            "先週",
            "シード",
            "xai",
            "、",
            "と",
            "+10",
            "円",
            "..",
            "\ud800",
            "1/6",
            "NOT",
            "(",
            "series",
            "z",
            "約",
        ];
        for (var seed = 0; seed < 150; seed++)
        {
            var random = new Random(seed);
            var text = string.Join(
                random.Next(2) == 0 ? " " : "",
                Enumerable.Range(0, random.Next(6)).Select(_ => parts[random.Next(parts.Length)])
            );

            var reply = await desk.ReplyAsync(new CommandCall("funding", text, Locale.Japanese));

            Assert.NotEmpty(TextRenderer.Render(reply.Message).Trim());
        }
    }
}
