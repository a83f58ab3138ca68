using Bot.Testing.Briefings;

namespace Bot.Answers.Tests.Funding;

public sealed class FundingOfBriefingTests
{
    private static readonly DateOnly Later = new(2026, 1, 8);

    [Fact]
    public async Task Alone_it_answers_with_the_newest_briefings_rounds_and_their_day()
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing, new() { Date = new DateOnly(2025, 12, 30) });

        var text = await desk.AskAsync("/funding");

        Assert.StartsWith(
            """
            1月6日(火)の資金調達は4社です

            合計 201億7660万ドル（公表4社の合計）

            xAI　200億ドル（評価額 2300億ドル）
            対話モデルと計算基盤の開発
            """,
            text
        );
        Assert.Contains("\nPluto Financial　860万ドル・シード\n", text);
        Assert.Contains("\n  [6] LMArena Blog https://lmarena.example/series-a\n", text);
        Assert.EndsWith("‹1/6の展望› /outlook 2026-01-06\n‹1/6の出典› /sources 2026-01-06\n", text);
        Assert.DoesNotContain("Quillstone　", text);
    }

    [Fact]
    public async Task A_button_of_an_old_post_answers_from_its_own_briefing()
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing, new() { Date = Later });

        Assert.StartsWith("1月6日(火)の資金調達は4社です", await desk.AskAsync("/funding", date: RealDay.Date));
        Assert.StartsWith("1月8日(木)の資金調達は3社です", await desk.AskAsync("/funding"));
    }

    [Fact]
    public async Task A_day_without_rounds_says_so_and_offers_the_last_that_has_some()
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing, new() { Date = Later, Rounds = [] });

        Assert.Equal(
            "1月8日(木)のブリーフィングに資金調達の記載はありません。\n\n‹1/6の資金調達› /funding 2026-01-06\n",
            await desk.AskAsync("/funding")
        );
        var button = Assert.Single((await desk.ReplyAsync("/funding")).Message.Buttons);
        Assert.Equal(("us-ai", RealDay.Date), (button.Series, button.Date));
    }

    [Fact]
    public async Task A_day_without_a_briefing_names_the_newest()
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing);

        Assert.Equal(
            "1月7日(水)のブリーフィングはありません。\n\n最新は1月6日(火)です。\n\n‹1/6の資金調達› /funding 2026-01-06\n",
            await desk.AskAsync("/funding", date: new DateOnly(2026, 1, 7))
        );
    }

    [Fact]
    public async Task Many_rounds_are_lines_the_largest_first_with_the_sources_below_and_a_button_for_the_rest()
    {
        var rounds = Enumerable.Range(1, 23).Select(n => new FixtureRound($"会社{n}", "説明", $"{n}億ドル", "Fernway", "", 1));
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing { Rounds = [.. rounds] });

        var first = await desk.AskAsync("/funding");
        Assert.StartsWith(
            "1月6日(火)の資金調達は23社です（1〜10件目）\n\n合計 276億ドル（公表23社の合計）\n\n会社23　23億ドル [1]\n会社22　22億ドル [1]\n",
            first
        );
        Assert.Contains("出典\n  [1] Harborlight Blog https://harborlight.example/blog/stack\n", first);
        Assert.Contains("‹続き› /funding +10", first);
        Assert.DoesNotContain("会社13", first);

        var last = await desk.AskAsync("/funding +20", date: new DateOnly(2026, 1, 6));
        Assert.StartsWith("1月6日(火)の資金調達は23社です（21〜23件目）", last);
        Assert.Contains("会社1　1億ドル", last);
        Assert.DoesNotContain("続き", last);
        Assert.StartsWith("1月6日(火)の資金調達は23社です（1〜10件目）", await desk.AskAsync("/funding +99"));
    }

    [Theory]
    [InlineData("funding")]
    [InlineData("outlook")]
    [InlineData("sources")]
    [InlineData("briefing")]
    [InlineData("news")]
    [InlineData("company")]
    [InlineData("trend")]
    [InlineData("catchup")]
    public async Task An_empty_archive_tells_a_member_when_the_next_one_is_expected_and_not_how_to_fill_it(string command)
    {
        await using var desk = await AnswerDesk.OpenAsync();
        var at = new DateTimeOffset(2030, 12, 1, 7, 30, 0, TimeSpan.FromHours(9));
        desk.Next.Promise = new(at, TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"), IsLatest: false);
        var call = new Chat.Commands.CommandCall(command, "", Chat.Locale.Japanese)
        {
            Platform = Chat.Platforms.PlatformId.Slack,
            Workspace = "T1",
            Channel = "C1",
        };

        var text = Chat.Text.TextRenderer.Render((await desk.ReplyAsync(call)).Message);

        Assert.Matches("^まだ届いていません。次回は.*12月1日\\(日\\) 7:30 JSTの予定です。\n$", text);
        Assert.Equal("slack:T1/C1", desk.Next.Asked?.ToString());
        desk.Next.Promise = desk.Next.Promise with { IsLatest = true };
        Assert.Contains(
            "7:30 JSTまでに届く予定です。",
            Chat.Text.TextRenderer.Render((await desk.ReplyAsync(call)).Message),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_empty_archive_says_how_to_fill_it()
    {
        await using var desk = await AnswerDesk.OpenAsync();

        Assert.Equal(
            """
            まだ届いていません。

            ファイルから取り込む: dotnet run --project src/Bot -- ingest FILE.md

            HTTPで送る: POST /api/briefings

            監視フォルダーに置く（設定名）: Intake:Inbox

            """,
            await desk.AskAsync("/funding")
        );
        Assert.StartsWith("There is no briefing yet.", await desk.AskAsync("/funding xai", Chat.Locale.English));
    }

    [Theory]
    [InlineData("/funding")]
    [InlineData("/funding xai")]
    [InlineData("/outlook")]
    [InlineData("/sources")]
    public async Task An_archive_of_held_briefings_says_how_to_release_the_newest(string line)
    {
        await using var desk = await AnswerDesk.OpenAsync();
        await desk.StoreAsync(new FixtureBriefing { Date = new DateOnly(2026, 1, 5) }, held: true);
        await desk.StoreAsync(new FixtureBriefing { Date = new DateOnly(2026, 1, 6) }, held: true);

        Assert.Contains(
            "\n\n1月6日(火)のブリーフィングは確認を待っています。公開: confirm us-ai 2026-01-06\n\n",
            await desk.AskAsync(line)
        );
        Assert.Contains(
            "The briefing of Tue 6 Jan waits for confirmation. To release it: confirm us-ai 2026-01-06",
            await desk.AskAsync(line, Chat.Locale.English)
        );
    }
}
