using Bot.Chat.Text;
using Bot.Testing.Briefings;

namespace Bot.Answers.Tests.Search;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("/search エヌビディア", 1)]
    [InlineData("/search エヌビディア チップ", 1)]
    [InlineData("/news エヌビディア", 1)]
    [InlineData("/search \"エヌビディア\"", 0)]
    [InlineData("/search \"NVIDIA\"", 1)]
    [InlineData("/search NVIDIA NOT エヌビディア", 0)]
    public async Task A_company_is_found_in_any_spelling_and_what_is_quoted_as_it_stands(string question, int found)
    {
        await using var desk = await OpenAsync();

        var text = await desk.AskAsync(question);

        Assert.Equal(found == 1, text.Contains("NVIDIA、港の見張り用のチップを発表", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_other_spellings_are_named()
    {
        await using var desk = await OpenAsync();

        Assert.Contains("\nほかの表記も探しました: NVIDIA", await desk.AskAsync("/search エヌビディア"), StringComparison.Ordinal);
        Assert.DoesNotContain("ほかの表記", await desk.AskAsync("/search \"エヌビディア\""), StringComparison.Ordinal);
        Assert.DoesNotContain("ほかの表記", await desk.AskAsync("/search 港"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deal_that_is_found_says_its_amount_and_its_stage()
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing());

        var text = await desk.AskAsync("/search 金額>=1000万ドル ステージ:シリーズB");

        Assert.Contains("\nMossfield 4200万ドル\n", text, StringComparison.Ordinal);
        Assert.Contains("・シリーズB・", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistyped_field_is_said_with_what_was_meant_and_all_fields()
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing());

        var reply = await desk.ReplyAsync("/search 会杜:Mossfield");

        Assert.False(reply.Succeeded);
        Assert.StartsWith(
            """
            1文字目: 「会杜」という項目はありません。

            もしかして「会社」ですか。

            使える項目: 会社・投資家・ステージ・
            """.ReplaceLineEndings("\n").TrimEnd(),
            TextRenderer.Render(reply.Message)
        );
        Assert.Equal(["会社:Mossfield", "\"会杜:Mossfield\""], reply.Message.Buttons.Select(button => button.Arguments));
    }

    private static Task<AnswerDesk> OpenAsync() =>
        AnswerDesk.OfAsync(
            new FixtureBriefing { Technology = [new("NVIDIA、港の見張り用のチップを発表", "電池だけで一年動く大きさです。", 1)] }
        );
}
