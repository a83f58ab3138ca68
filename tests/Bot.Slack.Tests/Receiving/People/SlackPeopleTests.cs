using Bot.Emulators.Faults;
using Bot.Emulators.Slack.World;

namespace Bot.Slack.Tests.Receiving.People;

public sealed class SlackPeopleTests
{
    [Theory]
    [InlineData("admin", true)]
    [InlineData("owner", true)]
    [InlineData("member", false)]
    [InlineData("guest", false)]
    [InlineData("guest of one channel", false)]
    [InlineData("stranger", false)]
    [InlineData("external", false)]
    [InlineData("deleted", false)]
    [InlineData("bot", false)]
    public async Task E13_Admins_and_owners_of_the_workspace_administer_it_and_nobody_else(string who, bool may)
    {
        await using var listening = await Listening.StartAsync(prepare: slack => slack.World.AddUser(Person(who)));
        var asked = await listening.TypeAsync("/briefing", "status");
        Assert.True(asked.Sent.IsOk);
        Assert.Equal(may ? 1 : 0, listening.Commands.Count("briefing"));
        Assert.Equal(!may, asked.Sent.Body.Contains("admins", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_is_an_admin_is_asked_once_a_minute_at_most()
    {
        await using var listening = await Listening.StartAsync(prepare: slack => slack.World.AddUser(Person("owner")));
        await listening.TypeAsync("/briefing", "status");
        await listening.TypeAsync("/briefing", "subscriptions");
        Assert.Equal(2, listening.Commands.Count("briefing"));
        // The first command asks for the language and the role, possibly at the same time.
        Assert.InRange(listening.Slack.Log.All.Count(entry => entry.Method == "users.info"), 1, 2);
    }

    [Fact]
    public async Task When_the_platform_does_not_say_who_is_an_admin_the_asker_is_told_that_it_failed()
    {
        await using var listening = await Listening.StartAsync(prepare: slack =>
        {
            slack.World.AddUser(Person("owner"));
            slack.Script.Add(new Fault(Decision.Refuse("internal_error"), null) { Operation = "users.info", Times = 10 });
        });
        var asked = await listening.TypeAsync("/briefing", "status");
        Assert.True(asked.Sent.IsOk);
        Assert.Contains("went wrong", asked.Sent.Body, StringComparison.Ordinal);
        Assert.Empty(listening.Commands.Calls);
    }

    [Fact]
    public async Task The_askers_language_is_the_bots_own_until_it_is_known()
    {
        await using var listening = await Listening.StartAsync(prepare: slack =>
            slack.World.AddUser(new SlackUser(Listening.Asker, "hanako", Listening.Team))
        );
        Assert.Contains("Share in channel", (await listening.TypeAsync("/funding", "xai")).Sent.Body, StringComparison.Ordinal);
        using var limit = new CancellationTokenSource(Listening.Deadline);
        while (!(await listening.TypeAsync("/funding", "xai")).Sent.Body.Contains("チャンネルに共有", StringComparison.Ordinal))
        {
            limit.Token.ThrowIfCancellationRequested();
        }

        Assert.Equal(1, listening.Slack.Log.All.Count(entry => entry.Method == "users.info"));
    }

    private static SlackUser Person(string who)
    {
        var person = new SlackUser(Listening.Asker, "hanako", Listening.Team) { Locale = "en-US" };
        return who switch
        {
            "admin" => person with { IsAdmin = true },
            "owner" => person with { IsOwner = true },
            "guest" => person with { IsAdmin = true, IsRestricted = true },
            "guest of one channel" => person with { IsAdmin = true, IsUltraRestricted = true },
            "stranger" => person with { IsAdmin = true, IsStranger = true },
            "external" => person with { IsOwner = true, HomeWorkspace = "T9999999999" },
            "deleted" => person with { IsOwner = true, Deleted = true },
            "bot" => person with { IsOwner = true, IsBot = true },
            _ => person,
        };
    }
}
