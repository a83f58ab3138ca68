using System.Net;
using System.Text.Json.Nodes;
using Bot.Emulators.Discord.World;

namespace Bot.Emulators.Tests.Discord;

public sealed class PermissionTests
{
    [Theory]
    [InlineData(Permission.ViewChannel, 50001)]
    [InlineData(Permission.SendMessages, 50013)]
    public async Task A_denied_permission_is_refused(Permission permission, int code)
    {
        await using var talk = await Talk.BeginAsync();
        talk.Server.World.Deny(DefaultIds.TextChannel, permission);
        Assert.Equal(code, (await talk.PostAsync("x")).Code);
        talk.Server.World.Deny(DefaultIds.TextChannel, Permission.None);
        Assert.Equal(HttpStatusCode.OK, (await talk.PostAsync("x")).Status);
    }

    [Fact]
    public async Task Threads_have_their_parents_overwrites_and_a_right_to_send_of_their_own()
    {
        await using var talk = await Talk.BeginAsync();
        var root = await talk.PostedAsync("root");
        await talk.SayAsync("POST", $"{Talk.Channel}/messages/{root}/threads", new JsonObject { ["name"] = "t" });
        talk.Server.World.Deny(DefaultIds.TextChannel, Permission.SendMessages);
        Assert.Equal(HttpStatusCode.OK, (await talk.PostAsync("x", channel: $"/channels/{root}")).Status);
        talk.Server.World.Deny(DefaultIds.TextChannel, Permission.SendMessagesInThreads);
        Assert.Equal(50013, (await talk.PostAsync("x", channel: $"/channels/{root}")).Code);
    }

    [Fact]
    public async Task Without_history_lists_are_empty()
    {
        await using var talk = await Talk.BeginAsync();
        await talk.PostAsync("x");
        talk.Server.World.Deny(DefaultIds.TextChannel, Permission.ReadMessageHistory);
        Assert.Empty((await talk.SayAsync("GET", $"{Talk.Channel}/messages")).Body!.AsArray());
    }

    [Fact]
    public void Overwrites_go_from_everyone_over_roles_to_the_member()
    {
        var world = new DiscordWorld(TimeProvider.System);
        var guild = world.DefaultGuild;
        var channel = world.TextChannel;
        var reader = guild.Members[DefaultIds.Reader];
        var (one, two) = (new Role(11, "one", Permission.None), new Role(12, "two", Permission.ManageMessages));
        guild.Roles.AddRange([one, two]);
        reader.Roles.UnionWith([11, 12]);
        Permission May() => Permissions.In(channel, reader, world.Now);

        Assert.True(May().HasFlag(Permission.ManageMessages | Permission.SendMessages));
        channel.Overwrites.Add(new Overwrite(guild.Id, false, Permission.None, Permission.SendMessages));
        Assert.False(May().HasFlag(Permission.SendMessages));
        channel.Overwrites.Add(new Overwrite(11, false, Permission.None, Permission.ReadMessageHistory));
        channel.Overwrites.Add(new Overwrite(12, false, Permission.ReadMessageHistory | Permission.SendMessages, Permission.None));
        Assert.True(May().HasFlag(Permission.ReadMessageHistory | Permission.SendMessages));
        channel.Overwrites.Add(new Overwrite(DefaultIds.Reader, true, Permission.None, Permission.ViewChannel));
        Assert.Equal(Permission.None, May());
        two.Permissions |= Permission.Administrator;
        Assert.Equal(Permission.All, May());
    }

    [Fact]
    public void A_member_in_time_out_only_looks_on()
    {
        var world = new DiscordWorld(TimeProvider.System);
        var bot = world.DefaultGuild.Members[DefaultIds.Application];
        bot.TimedOutUntil = world.Now.AddMinutes(1);
        Assert.Equal(Permission.ViewChannel | Permission.ReadMessageHistory, world.BotMay(world.TextChannel));
    }

    [Fact]
    public void An_invitation_of_a_posting_bot_is_a_known_number() => Assert.Equal(309237763072UL, (ulong)Permission.Posting);

    [Theory]
    [InlineData("@everyone <@&9> <@1456000000000000010>", null, "user:1456000000000000010")]
    [InlineData("@everyone <@1456000000000000010>", """{"parse":[]}""", "")]
    [InlineData("<@&1456000000000000007>", """{"parse":[],"roles":["1456000000000000007"]}""", "role:1456000000000000007")]
    [InlineData("<@&1456000000000000007>", """{"parse":["users"]}""", "")]
    public async Task The_log_names_whom_a_message_notifies(string content, string? allowed, string pings)
    {
        await using var talk = await Talk.BeginAsync();
        talk.Server.World.DefaultGuild.Roles[1].Mentionable = true;
        var body = new JsonObject { ["content"] = content };
        if (allowed is not null)
        {
            body["allowed_mentions"] = JsonNode.Parse(allowed);
        }

        Assert.Equal(HttpStatusCode.OK, (await talk.SayAsync("POST", Talk.Channel + "/messages", body)).Status);
        Assert.Equal(pings, string.Join(' ', talk.Server.Log.All[^1].Pings ?? []));
    }

    [Fact]
    public async Task Everyone_is_notified_only_by_those_who_may()
    {
        await using var talk = await Talk.BeginAsync();
        talk.Server.World.DefaultGuild.Roles[1].Permissions |= Permission.MentionEveryone;
        Assert.True((bool)(await talk.PostAsync("@here")).Body!["mention_everyone"]!);
    }
}
