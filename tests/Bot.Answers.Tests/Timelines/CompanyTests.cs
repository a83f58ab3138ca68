using Bot.Chat.Commands;
using Bot.Chat.Text;
using Bot.Testing.Briefings;

namespace Bot.Answers.Tests.Timelines;

public sealed class CompanyTests
{
    private static readonly FixtureBriefing Before = new()
    {
        Date = new DateOnly(2025, 12, 30),
        Lead = "**Harborlight**の話題が続いています。",
        Technology = [new FixtureNews("Openpier、船の道具箱を公開", "MossfieldとQuillstoneが使います。", 1)],
        Marketing = [],
        Rounds = [new FixtureRound("Mossfield", "観測機", "4200万ドル（シリーズB）", "Quillstone", "見張り", 6)],
    };

    [Fact]
    public async Task All_that_names_a_company_stands_on_one_timeline()
    {
        await using var desk = await AnswerDesk.OfAsync(Before, new FixtureBriefing());

        Assert.StartsWith(
            """
            Mossfield の記録は3件です

            資金調達: 4200万ドル 2026年1月6日・シリーズB・Northgate Capital・Fernway・2回の記載（2025/12/30から） [6] Ledger Post (https://ledgerpost.example/mossfield-b)
            技術ニュース: Mossfield、低消費電力の推論チップを発表（1/6） [3] Chip Weekly (https://chipweekly.example/mossfield)
            技術ニュース: Openpier、船の道具箱を公開 MossfieldとQuillstoneが使います。（2025/12/30） [1] Harborlight Blog (https://harborlight.example/blog/stack)

            """,
            await desk.AskAsync("/company mossfield")
        );
        Assert.Contains("出資: Mossfield 4200万ドル（1/6）", await desk.AskAsync("/company quillstone"), StringComparison.Ordinal);
        Assert.Contains("本文での言及: 要旨（2025/12/30）", await desk.AskAsync("/company harborlight"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("会社 ｍｏｓｓｆｉｅｌｄ", "Mossfield の記録は3件です")]
    [InlineData("/company mossfield 先週", "Mossfield の記録は2件です")]
    [InlineData("/company mossfield 1/6", "Mossfield の記録は2件です")]
    [InlineData("/company mossfeild", "「mossfeild」についての記録は見つかりませんでした。")]
    [InlineData("/company mossfield 2024年", "「mossfield」についての記録は2024/1/1〜2024/12/31には見つかりませんでした。")]
    [InlineData("/company", "どの会社ですか。")]
    // In headlines only, and nobody's round.
    [InlineData("/company brightloom", "Brightloom の記録は1件です")]
    public async Task A_company_is_found_as_it_is_typed(string line, string first)
    {
        await using var desk = await AnswerDesk.OfAsync(Before, new FixtureBriefing());

        Assert.Equal(first, await desk.FirstLineAsync(line));
    }

    [Fact]
    public async Task A_mistyped_name_is_offered()
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing());

        Assert.Contains("‹Mossfield› /company Mossfield", await desk.AskAsync("/company mossfeild"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_event_is_on_one_page_and_repeats_the_same()
    {
        await using var desk = await AnswerDesk.OfAsync([
            .. Enumerable.Range(1, 28).Select(day => new FixtureBriefing { Date = new DateOnly(2025, 12, day) }),
        ]);
        var seen = 0;
        Reply? first = null;
        for (var line = "/company mossfield"; line is not null; )
        {
            var reply = await desk.ReplyAsync(line);
            first ??= reply;
            seen += TextRenderer
                .Render(reply.Message)
                .Split('\n')
                .Count(text => !text.Contains('件') && text.Contains(": ", StringComparison.Ordinal));
            line = reply.Message.Buttons.FirstOrDefault(button => button.Label == "続き") is { } more
                ? $"/{more.Command} {more.Arguments}"
                : null;
        }

        Assert.Equal(29, seen);
        await desk.StoreAsync(new FixtureBriefing { Date = new DateOnly(2026, 1, 9) });
        Assert.Equal(TextRenderer.Render(first!.Message), TextRenderer.Render((await desk.ReplyAsync(first.Pinned!)).Message));
    }
}
