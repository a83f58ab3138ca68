using Bot.Chat;
using Bot.Chat.Answering;
using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Platforms;
using Bot.Chat.Text;
using Bot.Testing.Briefings;

namespace Bot.Answers.Tests.Watches;

public sealed class WatchTests
{
    [Fact]
    public async Task A_rule_is_tried_on_the_last_days_and_kept()
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing());

        var reply = await SayAsync(desk, "U1", "watch", "ステージ:シリーズB 金額>=1000万ドル");

        Assert.StartsWith(
            """
            ウォッチ 1 を登録しました: ステージ:series-b 金額>=$10M

            合うものが届いたら、ダイレクトメッセージで一度だけお知らせします。

            直近30日なら1件が合いました:
            """,
            Text(reply)
        );
        Assert.Contains("Mossfield", Text(reply), StringComparison.Ordinal);
        Assert.StartsWith(
            "ウォッチは1件です\n\n1 ステージ:series-b 金額>=$10M\n",
            Text(await SayAsync(desk, "U1", "watches")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Nobody_sees_or_ends_what_another_watches()
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing());
        await SayAsync(desk, "U1", "watch", "港");

        Assert.StartsWith("ウォッチはまだありません。", Text(await SayAsync(desk, "U2", "watches")), StringComparison.Ordinal);
        Assert.StartsWith("ウォッチ 1 はありません。", Text(await SayAsync(desk, "U2", "unwatch", "1")), StringComparison.Ordinal);
        Assert.StartsWith("ウォッチ 1 をやめました。", Text(await SayAsync(desk, "U1", "unwatch", "1")), StringComparison.Ordinal);
        Assert.StartsWith("ウォッチはまだありません。", Text(await SayAsync(desk, "U1", "watches")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Personal_answers_are_neither_kept_nor_shared()
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing());
        var reply = await SayAsync(desk, "U1", "watches");

        Assert.DoesNotContain(
            SharedAnswer.Offer(reply, new CommandCall("watches", "", Locale.Japanese)).Buttons,
            button => button.Action == ButtonAction.Share
        );
        Assert.All(
            (string[])["watch", "watches", "unwatch"],
            name => Assert.All(desk.Dispatcher.Catalogue.Find(name)!.Subcommands, one => Assert.False(one.IsOpen))
        );
    }

    [Theory]
    [InlineData("", "何をウォッチしますか。")]
    [InlineData("NOT 港", "「NOT 港」では探せません。")]
    [InlineData("amont>=$1M", "1文字目: 「amont」という項目はありません。")]
    [InlineData("(", "「(」では探せません。")]
    public async Task What_is_no_rule_is_said_and_not_kept(string words, string first)
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing());

        Assert.StartsWith(first, Text(await SayAsync(desk, "U1", "watch", words)), StringComparison.Ordinal);
        Assert.StartsWith("ウォッチはまだありません。", Text(await SayAsync(desk, "U1", "watches")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_direct_message_nothing_is_kept()
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing());
        desk.Direct.Instead = new DirectChannel(null, new LocalizedText("許可がありません。", "No permission."));

        var reply = await SayAsync(desk, "U1", "watch", "港");

        Assert.False(reply.Succeeded);
        Assert.Contains("許可がありません。", Text(reply), StringComparison.Ordinal);
        Assert.StartsWith("ウォッチはまだありません。", Text(await SayAsync(desk, "U1", "watches")), StringComparison.Ordinal);
        Assert.StartsWith("ウォッチは、ボットが", await desk.FirstLineAsync("/watch 港"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_first_briefing_a_rule_is_kept_too()
    {
        await using var desk = await AnswerDesk.OpenAsync();

        Assert.StartsWith("ウォッチ 1 を登録しました: 港", Text(await SayAsync(desk, "U1", "watch", "港")), StringComparison.Ordinal);
        Assert.StartsWith("Watch 1 is on: 港", Text(await SayAsync(desk, "U1", "watch", "港", Locale.English)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ended_watch_can_be_had_back()
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing());
        await SayAsync(desk, "U1", "watch", "会社:Mossfield OR 港");

        var reply = await SayAsync(desk, "U1", "unwatch", "1");

        var undo = reply.Message.Buttons[0];
        Assert.Equal(("watch", "company:Mossfield OR 港"), (undo.Command, undo.Arguments));
        await SayAsync(desk, "U1", undo.Command, undo.Arguments);
        Assert.Contains("会社:Mossfield OR 港", Text(await SayAsync(desk, "U1", "watches")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paused_watch_says_so_and_resumes_without_its_rule()
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing());
        await SayAsync(desk, "U1", "watch", "港");
        await SayAsync(desk, "U2", "watch", "港");
        await desk.PauseDirectAsync("U1");

        var paused = await SayAsync(desk, "U1", "watches");

        Assert.Contains("停止中: ", Text(paused), StringComparison.Ordinal);
        Assert.Equal(("watch", "再開"), (paused.Message.Buttons[0].Command, paused.Message.Buttons[0].Arguments));
        Assert.StartsWith(
            "止まっているウォッチはありません。",
            Text(await SayAsync(desk, "U2", "watch", "再開")),
            StringComparison.Ordinal
        );
        Assert.Contains("停止中: ", Text(await SayAsync(desk, "U1", "watches")), StringComparison.Ordinal);
        Assert.StartsWith("ウォッチを再開しました。", Text(await SayAsync(desk, "U1", "watch", "再開")), StringComparison.Ordinal);
        Assert.DoesNotContain("停止中", Text(await SayAsync(desk, "U1", "watches")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_word_that_resumes_can_be_watched_in_quotation_marks()
    {
        await using var desk = await AnswerDesk.OfAsync(new FixtureBriefing());

        Assert.StartsWith("ウォッチ 1 を登録しました", Text(await SayAsync(desk, "U1", "watch", "\"再開\"")), StringComparison.Ordinal);
    }

    private static Task<Reply> SayAsync(AnswerDesk desk, string user, string name, string text = "", Locale locale = Locale.Japanese) =>
        desk.ReplyAsync(
            new CommandCall(name, text, locale)
            {
                Platform = PlatformId.Slack,
                Workspace = "T1",
                User = user,
            }
        );

    private static string Text(Reply reply) => TextRenderer.Render(reply.Message);
}
