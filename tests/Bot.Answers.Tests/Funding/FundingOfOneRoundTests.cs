using Bot.Chat;

namespace Bot.Answers.Tests.Funding;

public sealed class FundingOfOneRoundTests
{
    [Fact]
    public async Task A_single_round_is_a_full_card_with_its_sources()
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing);

        Assert.Equal(
            """
            xAI の資金調達は1件です

            200億ドル（評価額 2300億ドル）
            2026年1月6日・ステージ 記載なし
            対話モデルと計算基盤の開発
            投資家　NVIDIA・Cisco・Fidelity
            注目　交流サイトとの一体化、規制の行方に注意 [5]
            ほかの言及　要旨

            出典
              [5] CNBC https://cnbc.example/xai

            ‹1/6の資金調達› /funding 2026-01-06
            ‹1/6の出典› /sources 2026-01-06

            """,
            await desk.AskAsync("/funding xai")
        );
    }

    [Fact]
    public async Task An_english_frame_keeps_the_authors_words_and_adds_its_own_figure()
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing);

        Assert.Equal(
            """
            xAI has 1 funding round

            $20B (200億ドル; valuation $230B, 2300億ドル)
            6 Jan 2026 · Stage not stated
            対話モデルと計算基盤の開発
            Investors: NVIDIA, Cisco, Fidelity
            Why it matters: 交流サイトとの一体化、規制の行方に注意 [5]
            Also named in: the lead

            Sources
              [5] CNBC https://cnbc.example/xai

            ‹Funding of 6 Jan› /funding 2026-01-06
            ‹Sources of 6 Jan› /sources 2026-01-06

            """,
            await desk.AskAsync("/funding xai", Locale.English)
        );
    }

    [Fact]
    public async Task The_command_line_writes_days_as_iso()
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing);

        var text = await desk.AskOnCommandLineAsync("/funding xai");

        Assert.Contains("\n2026-01-06・ステージ 記載なし\n", text);
        Assert.DoesNotContain("1月6日", text);
    }

    [Theory]
    [InlineData("/funding xAI")]
    [InlineData("／ｆｕｎｄｉｎｇ　ｘＡＩ")]
    [InlineData("/funding **xAI**（Grok）")]
    [InlineData("/funding xAI社")]
    [InlineData("/funding xai さん")]
    [InlineData("/funding xAI, Inc.")]
    [InlineData("/funding 「xAI」")]
    [InlineData("/funding x a i")]
    [InlineData("/funding XAI Corp.")]
    public async Task A_company_is_found_however_it_is_written(string line)
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing);

        Assert.Equal("xAI の資金調達は1件です", await desk.FirstLineAsync(line));
    }

    [Fact]
    public async Task A_company_that_the_briefing_writes_with_inc_is_found_without_it()
    {
        await using var desk = await AnswerDesk.OfAsync(
            RealDay.Briefing with
            {
                Rounds = [RealDay.Briefing.Rounds[1] with { Company = "LMArena, Inc." }],
            }
        );

        Assert.StartsWith("LMArena, Inc. の資金調達は1件です", await desk.AskAsync("/funding lmarena"));
    }

    [Fact]
    public async Task The_stage_beside_an_amount_is_the_stage()
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing);

        var text = await desk.AskAsync("/funding Pluto Financial");

        Assert.Contains("860万ドル", text);
        Assert.Contains("ステージ シード", text);
        Assert.Contains("[8] Hamilton Lane https://hamiltonlane.example/pluto", text);
    }

    [Fact]
    public async Task Investors_that_are_not_stated_are_said_to_be_missing()
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing);

        Assert.Contains("投資家　記載なし", await desk.AskAsync("/funding lucidean"));
    }

    [Fact]
    public async Task An_answer_from_the_sample_says_so()
    {
        await using var desk = await AnswerDesk.OpenAsync();
        await desk.StoreAsync(RealDay.Briefing, sample: true);

        Assert.Contains("見本のブリーフィングからの回答です", await desk.AskAsync("/funding xai"));
        Assert.Contains("見本のブリーフィングからの回答です", await desk.AskAsync("/funding"));
        Assert.Contains("From the sample briefing that ships with the bot", await desk.AskAsync("/funding nvidia", Locale.English));
        Assert.Contains("見本", await desk.AskAsync("/outlook 中期"));
        Assert.Contains("見本", await desk.AskAsync("/outlook"));
        Assert.Contains("見本", await desk.AskAsync("/sources"));
        Assert.Contains("見本", await desk.AskAsync("/sources 5"));
    }

    [Fact]
    public async Task A_held_briefing_is_never_answered_from()
    {
        await using var desk = await AnswerDesk.OpenAsync();
        await desk.StoreAsync(RealDay.Briefing, held: true);

        foreach (
            var line in new[] { "/funding xai", "/funding", "/funding nvidia", "/outlook", "/outlook medium", "/sources", "/sources 5" }
        )
        {
            Assert.StartsWith("まだ届いていません。", await desk.AskAsync(line));
            Assert.DoesNotContain("xAI", await desk.AskAsync(line));
        }

        await desk.StoreAsync(new() { Date = new DateOnly(2026, 1, 5) });
        Assert.StartsWith("「xai」の資金調達は見つかりませんでした。", await desk.AskAsync("/funding xai"));
        Assert.DoesNotContain("xAI", await desk.AskAsync("/funding xaj"));
    }

    [Fact]
    public async Task An_answer_is_private_and_has_at_most_five_buttons()
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing);

        foreach (
            var line in new[]
            {
                "/funding xai",
                "/funding",
                "/funding nvidia",
                "/funding xaj",
                "/outlook",
                "/outlook long",
                "/outlook 何か",
                "/sources",
                "/help",
            }
        )
        {
            var reply = await desk.ReplyAsync(line);
            Assert.True(reply.Private);
            Assert.InRange(reply.Message.Buttons.Count, 0, 5);
            Assert.All(reply.Message.Buttons, button => Assert.NotNull(desk.Dispatcher.Catalogue.Find(button.Command)));
        }
    }
}
