using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Chat.Text;
using Bot.Testing.Briefings;

namespace Bot.Answers.Tests.Briefings;

public sealed class HeldTests
{
    private static readonly DateOnly Day = new(2026, 1, 6);

    [Theory]
    [InlineData("/briefing")]
    [InlineData("/funding")]
    [InlineData("/funding quillstone")]
    [InlineData("/outlook")]
    [InlineData("/sources")]
    public async Task An_archive_that_only_holds_says_so_to_everybody_in_his_words(string asked)
    {
        await using var desk = await AnswerDesk.OpenAsync();
        await desk.StoreAsync(new FixtureBriefing { Date = Day }, held: true, heldFor: HoldReason.Gate);

        var member = await AskAsync(desk, asked, PlatformId.Slack);
        var operators = await desk.AskOnCommandLineAsync(asked);

        Assert.Contains("1月6日(火)のブリーフィングは届いていますが、内容を確認しています。", member, StringComparison.Ordinal);
        Assert.DoesNotContain("confirm", member, StringComparison.Ordinal);
        Assert.DoesNotContain("ingest", member, StringComparison.Ordinal);
        Assert.Contains("confirm us-ai 2026-01-06", operators, StringComparison.Ordinal);
        Assert.Contains("Gate", operators, StringComparison.Ordinal);
        Assert.Contains("ingest", operators, StringComparison.Ordinal);
        Assert.DoesNotContain("120億", member + operators, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/briefing 2026-01-06")]
    [InlineData("/funding 2026-01-06")]
    [InlineData("/funding copperline")]
    [InlineData("/outlook 2026-01-06")]
    [InlineData("/sources 2026-01-06")]
    public async Task What_is_not_found_but_held_is_being_checked(string asked)
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing { Date = Day.AddDays(-1) });
        await desk.StoreAsync(OtherBriefing.Of(Day), held: true, heldFor: HoldReason.OtherDocument, edition: "doc-2");

        Assert.Contains("内容を確認しています", await AskAsync(desk, asked, PlatformId.Discord), StringComparison.Ordinal);
        Assert.Contains("confirm us-ai 2026-01-06 --edition doc-2", await desk.AskOnCommandLineAsync(asked), StringComparison.Ordinal);
        Assert.Contains("is being checked", await AskAsync(desk, asked, PlatformId.Discord, Locale.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/briefing")]
    [InlineData("/funding quillstone")]
    [InlineData("/briefing 2026-01-03")]
    public async Task An_answer_that_misses_nothing_of_it_says_nothing_of_it(string asked)
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing { Date = Day.AddDays(-1) });
        await desk.StoreAsync(OtherBriefing.Of(Day), held: true, heldFor: HoldReason.WrongYear);

        Assert.DoesNotContain("確認しています", await AskAsync(desk, asked, PlatformId.Slack), StringComparison.Ordinal);
    }

    private static async Task<string> AskAsync(AnswerDesk desk, string line, PlatformId platform, Locale locale = Locale.Japanese) =>
        TextRenderer.Render((await desk.ReplyAsync(desk.Reader.Read(line, locale)! with { Platform = platform, Workspace = "W" })).Message);
}
