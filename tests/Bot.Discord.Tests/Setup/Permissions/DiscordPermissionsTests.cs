using Bot.Discord.Setup.Permissions;

namespace Bot.Discord.Tests.Setup.Permissions;

/// <summary>https://discord.com/developers/docs/topics/permissions#permission-overwrites</summary>
public sealed class DiscordPermissionsTests
{
    private const ulong Guild = 1;
    private const ulong Role = 2;
    private const ulong OtherRole = 3;
    private const ulong Bot = 4;

    private static readonly ulong View = (ulong)Permission.ViewChannel;
    private static readonly ulong Send = (ulong)Permission.SendMessages;

    [Fact]
    public void Roles_add_up_and_an_administrator_may_everything()
    {
        Assert.Equal(Permission.ViewChannel | Permission.SendMessages, Compute([], (Guild, View), (Role, Send)));
        Assert.True(Compute([], (Guild, 0UL), (Role, (ulong)Permission.Administrator)).HasFlag(Permission.SendMessagesInThreads));
    }

    [Fact]
    public void Everyones_overwrite_comes_first_then_roles_then_the_member()
    {
        (ulong, ulong)[] roles = [(Guild, View | Send), (Role, 0UL)];
        Assert.Equal(Permission.ViewChannel, Compute([new(Guild, false, 0, Send)], roles));
        Assert.Equal(
            Permission.ViewChannel | Permission.SendMessages,
            Compute([new(Guild, false, 0, Send), new(Role, false, Send, 0)], roles)
        );
        Assert.Equal(Permission.ViewChannel, Compute([new(Role, false, Send, 0), new(Bot, true, 0, Send)], roles));
        Assert.Equal(
            Permission.ViewChannel | Permission.SendMessages,
            Compute([new(Role, false, 0, Send), new(Bot, true, Send, 0)], roles)
        );
    }

    [Fact]
    public void Among_roles_what_one_allows_another_does_not_deny() =>
        Assert.Equal(
            Permission.ViewChannel | Permission.SendMessages,
            Compute([new(Role, false, 0, Send), new(OtherRole, false, Send, 0)], (Guild, View), (Role, 0UL), (OtherRole, 0UL))
        );

    [Fact]
    public void Overwrites_of_others_do_not_count() =>
        Assert.Equal(Permission.ViewChannel, Compute([new(99, true, Send, View), new(OtherRole, false, Send, View)], (Guild, View)));

    [Fact]
    public void Who_does_not_see_a_channel_may_nothing_there() =>
        Assert.Equal(Permission.None, Compute([new(Guild, false, 0, View)], (Guild, View | Send)));

    [Fact]
    public void Who_is_timed_out_may_only_look() =>
        Assert.Equal(
            Permission.ViewChannel | Permission.ReadMessageHistory,
            DiscordPermissions.Compute(
                Guild,
                new Dictionary<ulong, ulong> { [Guild] = ulong.MaxValue & ~(ulong)Permission.Administrator },
                [],
                Bot,
                [],
                isTimedOut: true
            )
        );

    [Fact]
    public void What_is_missing_is_named_and_a_forum_needs_no_right_to_start_threads()
    {
        Assert.Equal(
            ["Create Public Threads", "Read Message History"],
            DiscordPermissions
                .Missing(Permission.ViewChannel | Permission.SendMessages | Permission.SendMessagesInThreads, isForum: false)
                .Select(name => name.English)
        );
        Assert.Equal(
            ["メッセージ履歴を読む"],
            DiscordPermissions
                .Missing(Permission.ViewChannel | Permission.SendMessages | Permission.SendMessagesInThreads, isForum: true)
                .Select(name => name.Japanese)
        );
    }

    [Fact]
    public void The_invitation_asks_for_what_is_used_and_for_one_that_may_be_needed()
    {
        Assert.Equal(309237730304UL, DiscordPermissions.WantedBits);
        Assert.Equal(
            "https://discord.com/oauth2/authorize?client_id=1456000000000000001&scope=bot+applications.commands&permissions=309237730304",
            DiscordPermissions.InviteLink("1456000000000000001").AbsoluteUri
        );
        Assert.All(DiscordPermissions.Wanted, wanted => Assert.NotEmpty(wanted.Reason.Japanese));
    }

    private static Permission Compute(IReadOnlyCollection<PermissionOverwrite> overwrites, params (ulong Id, ulong Bits)[] roles) =>
        DiscordPermissions.Compute(
            Guild,
            roles.ToDictionary(role => role.Id, role => role.Bits),
            [.. roles.Select(role => role.Id).Where(id => id != Guild)],
            Bot,
            overwrites
        );
}
