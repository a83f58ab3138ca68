using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Testing.Commands;

namespace Bot.Chat.Tests.Commands;

public class CommandTests
{
    private readonly CommandCatalogue _catalogue = new([
        Named("funding"),
        Named("outlook"),
        Named("sources"),
        Named("help"),
        Named("pause").ForAdmins(),
    ]);

    [Fact]
    public void A_command_is_found_whatever_its_case() => Assert.Equal("funding", _catalogue.Find("Funding")?.Name);

    [Fact]
    public void A_name_given_twice_or_empty_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new CommandCatalogue([Named("help"), Named("HELP")]));
        Assert.Throws<ArgumentException>(() => new CommandCatalogue([Named("")]));
    }

    [Theory]
    [InlineData("fundng", "funding")]
    [InlineData("fudning", "funding")]
    [InlineData("fu", "funding")]
    [InlineData("outlok", "outlook")]
    [InlineData("hlep", "help")]
    public void The_nearest_name_is_found(string typed, string expected) => Assert.Equal(expected, _catalogue.Nearest(typed)[0]);

    [Fact]
    public void A_name_that_is_near_nothing_has_no_neighbours()
    {
        Assert.Empty(_catalogue.Nearest("weather"));
        Assert.Empty(_catalogue.Nearest(new string('x', 5000)));
    }

    [Fact]
    public async Task A_call_goes_to_its_handler()
    {
        var reply = await new CommandDispatcher(_catalogue).DispatchAsync(
            new CommandCall("outlook", "中期", Locale.Japanese),
            TestContext.Current.CancellationToken
        );
        Assert.True(reply.Succeeded);
        Assert.Equal("outlook 中期\n", TextRenderer.Render(reply.Message));
    }

    [Theory]
    [InlineData(
        Locale.Japanese,
        "/fundin というコマンドはありません。\n\nもしかして: /funding\n\n一覧は /help で見られます。\n\n‹/funding› /funding\n"
    )]
    [InlineData(
        Locale.English,
        "There is no /fundin command.\n\nDid you mean /funding?\n\n/help lists all commands.\n\n‹/funding› /funding\n"
    )]
    public async Task An_unknown_command_gets_a_friendly_reply_with_a_way_on(Locale locale, string expected)
    {
        var reply = await new CommandDispatcher(_catalogue).DispatchAsync(
            new CommandCall("fundin", "", locale),
            TestContext.Current.CancellationToken
        );
        Assert.False(reply.Succeeded);
        Assert.True(reply.Private);
        Assert.Equal(expected, TextRenderer.Render(reply.Message));
    }

    [Fact]
    public async Task An_admins_command_is_refused_to_others()
    {
        var dispatcher = new CommandDispatcher(_catalogue);
        Assert.False(
            (await dispatcher.DispatchAsync(new CommandCall("pause", "", Locale.Japanese), TestContext.Current.CancellationToken)).Succeeded
        );
        Assert.True(
            (
                await dispatcher.DispatchAsync(
                    new CommandCall("pause", "", Locale.Japanese) { IsAdmin = true },
                    TestContext.Current.CancellationToken
                )
            ).Succeeded
        );
    }

    private static Command Named(string name) => new(name, new LocalizedText("要約", "Summary"), [], name, new Echo());

    private sealed class Echo : ICommandHandler
    {
        public Task<Reply> HandleAsync(CommandCall call, CancellationToken cancellationToken) =>
            Task.FromResult(new Reply(new Message([Chat.Trees.Nodes.Paragraph($"{call.Name} {call.Text}")])));
    }
}
