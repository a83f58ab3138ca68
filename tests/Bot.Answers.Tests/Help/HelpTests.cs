using Bot.Chat;
using Bot.Chat.Commands;

namespace Bot.Answers.Tests.Help;

public sealed class HelpTests
{
    [Fact]
    public async Task Help_lists_every_command_with_an_example_that_works()
    {
        await using var desk = await AnswerDesk.OfAsync(RealDay.Briefing);

        var text = await desk.AskAsync("/help");

        Assert.StartsWith("コマンドは18個です\n", text);
        Assert.Contains(
            "/funding [企業名] [日付] [条件] 会社の資金調達。会社名がなければ最新のブリーフィングの資金調達\n例 /funding xAI\n",
            text
        );
        Assert.Contains("/outlook [short|medium|long] [日付] [changes] ", text);
        foreach (var example in text.Split('\n').Where(line => line.StartsWith("例 ", StringComparison.Ordinal)))
        {
            var answer = await desk.ReplyAsync(example[2..]);
            Assert.True(answer.Succeeded);
            Assert.DoesNotContain("ありません", Chat.Text.TextRenderer.Render(answer.Message));
        }
    }

    [Fact]
    public async Task Help_speaks_the_askers_language()
    {
        await using var desk = await AnswerDesk.OpenAsync();

        var text = await desk.AskAsync("/help", Locale.English);

        Assert.StartsWith("There are 18 commands\n", text);
        Assert.DoesNotContain(text, character => character is >= '\u3040' and <= '\u30FF');
    }

    [Fact]
    public async Task Help_on_a_command_explains_its_values()
    {
        await using var desk = await AnswerDesk.OpenAsync();

        Assert.Equal(
            """
            /outlook [short|medium|long] [日付] [changes] 短期・中期・長期の展望。期間がなければすべて

            期間 期間

            値: short 短期（1年まで）・medium 中期（1〜3年）・long 長期（3年より先）

            日付 日付か期間。2026-01-06、1/6、昨日、先週、1/5以降など

            比較 前回との違いだけを見る

            値: changes 前回との違い

            ほかの呼び方: 展望・見通し・forecast

            例 /outlook medium

            ‹/outlook medium› /outlook medium

            """,
            await desk.AskAsync("/help /outlook")
        );
    }

    [Fact]
    public async Task Help_on_an_unknown_command_lists_the_known()
    {
        await using var desk = await AnswerDesk.OpenAsync();

        var text = await desk.AskAsync("/help @everyone");

        Assert.StartsWith("「@everyone」というコマンドはありません。\n", text);
        Assert.Contains("/sources", text);
    }

    [Fact]
    public async Task The_catalogue_is_complete_in_both_languages()
    {
        await using var desk = await AnswerDesk.OpenAsync();

        foreach (var command in desk.Dispatcher.Catalogue.All)
        {
            Assert.All(
                Texts(command),
                text => Assert.True(text.Japanese.Length > 0 && text.English.Length > 0 && text.Japanese != text.English)
            );
            Assert.StartsWith(command.Name, command.Example);
            // Platforms' pickers hold 100 characters.
            Assert.All(Texts(command), text => Assert.InRange(Math.Max(text.Japanese.Length, text.English.Length), 1, 100));
        }
    }

    private static IEnumerable<LocalizedText> Texts(Command command) =>
        [
            command.Summary,
            .. command.Arguments.Select(argument => argument.Summary),
            .. command.Arguments.SelectMany(argument => argument.Choices).Select(choice => choice.Label),
        ];
}
