using Bot.Chat;
using Bot.Testing.Briefings;

namespace Bot.Answers.Tests.Briefings;

/// <summary>A morning's briefing and an evening's of one day.</summary>
public sealed class EditionTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 1, 6);

    private AnswerDesk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await AnswerDesk.OfAsync(new FixtureBriefing { Date = Day });
        await _desk.StoreAsync(OtherBriefing.Of(Day), edition: "evening");
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [InlineData("/briefing")]
    [InlineData("/briefing 2026-01-06 evening")]
    [InlineData("/briefing evening")]
    [InlineData("/briefing 夕刊")]
    [InlineData("/briefing 1/6 夕刊")]
    [InlineData("/briefing 2026-01-06/evening")]
    public async Task The_newest_edition_and_the_named_one_are_the_evenings(string asked)
    {
        var text = await _desk.AskAsync(asked);

        Assert.StartsWith("夜の気象と電池", text, StringComparison.Ordinal);
        Assert.Contains("1月6日(火) 夕刊", text, StringComparison.Ordinal);
        Assert.Contains("‹1/6のブリーフィング› /briefing 2026-01-06\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_alone_is_the_unnamed_edition_and_leads_to_the_other()
    {
        var text = await _desk.AskAsync("/briefing 2026-01-06");

        Assert.StartsWith("港の荷役を学ぶ機械", text, StringComparison.Ordinal);
        Assert.DoesNotContain("1月6日(火) 夕刊", text, StringComparison.Ordinal);
        Assert.Contains("‹1/6 夕刊のブリーフィング› /briefing evening 2026-01-06", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/funding", "1月6日(火) 夕刊の資金調達は1社です")]
    [InlineData("/funding 2026-01-06", "1月6日(火)の資金調達は3社です")]
    [InlineData("/funding 夕刊 2026-01-06", "1月6日(火) 夕刊の資金調達は1社です")]
    [InlineData("/sources", "1月6日(火) 夕刊の出典は3件です")]
    [InlineData("/sources 2026-01-06", "1月6日(火)の出典は8件です")]
    [InlineData("/sources 2026-01-06/evening", "1月6日(火) 夕刊の出典は3件です")]
    [InlineData("/sources evening", "1月6日(火) 夕刊の出典は3件です")]
    [InlineData("/sources 2 evening", "2 Copperline Press: Sorting Cells")]
    [InlineData("/outlook", "1月6日(火) 夕刊の展望")]
    [InlineData("/outlook 2026-01-06", "1月6日(火)の展望")]
    public async Task Every_command_answers_from_the_edition_that_is_meant(string asked, string begins) =>
        Assert.StartsWith(begins, await _desk.FirstLineAsync(asked), StringComparison.Ordinal);

    [Theory]
    [InlineData("/outlook medium", "電池の履歴書")]
    [InlineData("/outlook medium evening", "電池の履歴書")]
    [InlineData("/outlook medium 2026-01-06", "観測網の共有")]
    public async Task A_horizon_is_that_editions(string asked, string holds) =>
        Assert.Contains(holds, await _desk.AskAsync(asked), StringComparison.Ordinal);

    [Fact]
    public async Task A_horizon_that_the_edition_lacks_is_not_taken_from_the_other() =>
        Assert.DoesNotContain("無人の航路", await _desk.AskAsync("/outlook long 2026-01-06 evening"), StringComparison.Ordinal);

    [Theory]
    [InlineData("/briefing")]
    [InlineData("/briefing 2026-01-06")]
    [InlineData("/briefing evening 展望")]
    [InlineData("/funding")]
    [InlineData("/funding 2026-01-06")]
    [InlineData("/sources")]
    [InlineData("/sources 2 evening")]
    [InlineData("/outlook")]
    [InlineData("/outlook medium 2026-01-06 evening")]
    public async Task An_answer_is_repeated_from_its_own_edition_whatever_comes_later(string asked)
    {
        var reply = await _desk.ReplyAsync(asked);
        var before = Chat.Text.TextRenderer.Render(reply.Message);
        await _desk.StoreAsync(
            new FixtureBriefing
            {
                Date = Day,
                Rounds = [],
                Headline = "号外の見出し",
            },
            edition: "extra"
        );
        await _desk.StoreAsync(new FixtureBriefing { Date = Day.AddDays(1), Rounds = [] });

        var again = await _desk.ReplyAsync(reply.Pinned!);

        // What the day has besides may have grown; what is said of the briefing is the same.
        static string[] Said(string text) => [.. text.Split('\n').Where(line => !line.StartsWith('‹') && line.Length > 0)];
        Assert.Equal(Said(before), Said(Chat.Text.TextRenderer.Render(again.Message)));
    }

    [Fact]
    public async Task Its_buttons_and_the_link_to_its_post_are_the_editions()
    {
        var reply = await _desk.ReplyAsync("/funding evening");

        Assert.Equal((Day, "evening", "1/6 夕刊の投稿"), (reply.Message.Post!.Date, reply.Message.Post.Edition, reply.Message.Post.Label));
        foreach (var button in reply.Message.Buttons)
        {
            var answer = await _desk.AskAsync($"/{button.Command} {button.Arguments}", date: button.Date);
            Assert.Contains("夕刊", answer, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/briefing 2026-01-06 noon")]
    [InlineData("/sources 2026-01-06/noon")]
    [InlineData("/briefing 2026-01-05 evening")]
    public async Task An_edition_that_is_not_there_is_no_other(string asked)
    {
        var text = await _desk.AskAsync(asked);

        Assert.DoesNotContain("夜の気象と電池", text, StringComparison.Ordinal);
        Assert.DoesNotContain("出典は", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_company_is_found_in_both_and_what_disagrees_names_its_edition()
    {
        await _desk.StoreAsync(
            OtherBriefing.Of(Day) with
            {
                Rounds = [new("Quillstone", "契約書", "130億ドル", "Tidewater", "-", 1)],
            },
            edition: "noon"
        );

        var text = await _desk.AskAsync("/funding quillstone");

        Assert.StartsWith("Quillstone の資金調達は1件です", text, StringComparison.Ordinal);
        Assert.Contains("⚠️ 額が一致しません: 1/6 は 120億ドル", text, StringComparison.Ordinal);
        Assert.Contains("1/6 昼版 は 130億ドル", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_English_editions_are_called_in_English() =>
        Assert.Contains("Tue 6 Jan evening", await _desk.AskAsync("/briefing evening", Locale.English), StringComparison.Ordinal);
}
