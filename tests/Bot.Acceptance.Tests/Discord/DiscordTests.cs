using System.Globalization;
using System.Text;
using Bot.Acceptance.Tests.Processes;
using Bot.Emulators.Discord.Interactions;
using Bot.Emulators.Discord.World;
using Bot.Emulators.Log;

namespace Bot.Acceptance.Tests.Discord;

/// <summary>The whole bot on Discord, by gateway and by HTTP.</summary>
public sealed class DiscordTests(PublishedBot published)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Gateway")]
    [InlineData("Http")]
    public async Task A_briefing_is_posted_once_in_order_and_commands_answer_about_it(string mode)
    {
        await using var bot = await DiscordBot.StartAsync(published, mode);
        await bot.SubscribeAsync();
        Assert.Contains(
            DefaultIds.TextChannel.ToString(CultureInfo.InvariantCulture),
            await bot.VerbAsync("subscriptions", "list"),
            StringComparison.Ordinal
        );

        await bot.PublishAsync();
        var posts = await bot.ThreadAsync();

        Assert.Contains("港の灯りを読むAI", posts[0].Text, StringComparison.Ordinal);
        var text = string.Join('\n', posts.Skip(1).Select(post => post.Text));
        var order = new[] { "霧の中の船影", "12億円", "岬1の試験", "岬40の試験", "無人の航路" }
            .Select(part => text.IndexOf(part, StringComparison.Ordinal))
            .ToList();
        Assert.DoesNotContain(-1, order);
        Assert.Equal(order.Order(), order);
        Assert.All(posts, post => Assert.Null(post.Pings.Names));
        Assert.Equal(posts.Count, posts.Select(post => post.Nonce?.ToString()).Distinct().Count());

        var (funding, outlook) = (
            await bot.AskAsync("funding", Value("company", "quietwater")),
            await bot.AskAsync("outlook", Value("horizon", "medium"))
        );
        Assert.Contains("12億円", funding.Text, StringComparison.Ordinal);
        Assert.Contains("観測網", outlook.Text, StringComparison.Ordinal);
        // A machine too busy to find the post in time leaves the link out; not of every answer.
        Assert.Contains(
            [funding, outlook],
            asked =>
                asked
                    .Original!.Components.ToJsonString()
                    .Contains($"https://discord.com/channels/{DefaultIds.Guild}/{posts[0].Id}\"", StringComparison.Ordinal)
        );
        Assert.Contains("/funding", (await bot.AskAsync("help")).Text, StringComparison.Ordinal);
        var typing = await bot.Discord.People.AutocompleteAsync("funding", "company", "quiet");
        await typing.AnsweredAsync(DiscordBot.Deadline, Cancellation);
        Assert.Equal("Quietwater", typing.ResponseData!["choices"]![0]!["value"]!.ToString());

        Assert.Equal(posts.Count, bot.Posts().Count);
        Assert.DoesNotContain(DiscordBot.Token, bot.Process.Transcript, StringComparison.Ordinal);
    }

    [Fact]
    public async Task E1_A_forged_interaction_is_refused_and_nothing_happens()
    {
        await using var bot = await DiscordBot.StartAsync(published, "Http");
        var asked = await bot.AskAsync("briefing-admin status", by: new Doing(DefaultIds.Owner));
        var payload = asked.Payload.DeepClone();
        payload["data"]!["options"]![0]!["name"] = "subscribe";
        payload["id"] = "1456000000000000999";
        var body = Encoding.UTF8.GetBytes(payload.ToJsonString());

        foreach (var bad in Enum.GetValues<BadSignature>().Where(bad => bad != BadSignature.None))
        {
            Assert.Equal(401, (await bot.Discord.People.PostAsync(body, bad, cancellationToken: Cancellation)).Status);
        }

        Assert.True(await bot.Discord.People.CheckEndpointAsync(Cancellation));
        Assert.DoesNotContain("discord", await bot.VerbAsync("subscriptions", "list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task E2_A_repeated_changing_interaction_acts_once()
    {
        await using var bot = await DiscordBot.StartAsync(published, "Http");
        var asked = await bot.AskAsync("briefing-admin subscribe", by: new Doing(DefaultIds.Owner));
        await bot.AskAsync("briefing-admin unsubscribe", by: new Doing(DefaultIds.Owner));

        var repeated = await bot.Discord.People.PostAsync(
            Encoding.UTF8.GetBytes(asked.Payload.ToJsonString()),
            cancellationToken: Cancellation
        );

        Assert.Equal(202, repeated.Status);
        Assert.DoesNotContain("discord", await bot.VerbAsync("subscriptions", "export"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task E9_The_gateway_dies_silently_and_a_command_still_gets_its_answer_after_the_resume()
    {
        await using var bot = await DiscordBot.StartAsync(
            published,
            "Gateway",
            discord =>
            {
                discord.Gateway.Settings.HeartbeatInterval = TimeSpan.FromSeconds(1);
                discord.Gateway.Settings.HeartbeatTolerance = 1000;
            }
        );

        bot.Discord.Gateway.FallSilent();
        await bot.Discord.Log.WaitForAsync(
            entry => entry.Detail?.StartsWith("resume ", StringComparison.Ordinal) == true,
            DiscordBot.Deadline,
            Cancellation
        );

        Assert.Contains("/funding", (await bot.AskAsync("help")).Text, StringComparison.Ordinal);
        Assert.Single(bot.Discord.Log.All, entry => entry.Detail == "ready");
    }

    [Fact]
    public async Task B6_A_thread_that_is_archived_midway_is_finished()
    {
        await using var bot = await DiscordBot.StartAsync(published, "Gateway");
        await bot.SubscribeAsync();

        await bot.PublishAsync();
        await bot.Discord.Log.WaitForAsync(
            entry => entry is { Kind: LogKind.Accepted, Thread: not null },
            DiscordBot.Deadline,
            Cancellation
        );
        bot.Discord.World.Archive(bot.Discord.World.ThreadOf(bot.Posts()[0])!);
        var posts = await bot.ThreadAsync();

        Assert.Contains("無人の航路", string.Join('\n', posts.Select(post => post.Text)), StringComparison.Ordinal);
        Assert.Equal(posts.Count, posts.Select(post => post.Nonce?.ToString()).Distinct().Count());
    }

    [Fact]
    public async Task B2_A_permission_taken_away_midway_pauses_its_channel_by_name_and_nothing_else_suffers()
    {
        await using var bot = await DiscordBot.StartAsync(published, "Gateway");
        var other = bot.Discord.World.AddChannel(bot.Discord.World.DefaultGuild, "other").Id;
        await bot.SubscribeAsync();
        await bot.SubscribeAsync(other);
        var channel = DefaultIds.TextChannel.ToString(CultureInfo.InvariantCulture);

        await bot.PublishAsync();
        await bot.Discord.Log.WaitForAsync(
            entry => entry.Kind == LogKind.ThreadStarted && entry.Channel.Contains(channel, StringComparison.Ordinal),
            DiscordBot.Deadline,
            Cancellation
        );
        bot.Discord.World.Deny(DefaultIds.TextChannel, Permission.SendMessagesInThreads);
        var posts = await bot.ThreadAsync(other);

        Assert.Contains("無人の航路", string.Join('\n', posts.Select(post => post.Text)), StringComparison.Ordinal);
        var pauses = await bot.PausedAsync("permission-missing");
        Assert.Contains(channel, pauses, StringComparison.Ordinal);
        Assert.DoesNotContain(other.ToString(CultureInfo.InvariantCulture), pauses, StringComparison.Ordinal);
        Assert.True(
            pauses.Contains("Send Messages in Threads", StringComparison.Ordinal)
                || pauses.Contains("スレッドでメッセージを送信", StringComparison.Ordinal),
            pauses
        );
        Assert.Contains("Send Messages in Threads", await bot.VerbAsync("doctor"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task B1_A_refused_token_pauses_itself_with_one_alert()
    {
        await using var bot = await DiscordBot.StartAsync(published, "Http");
        await bot.SubscribeAsync();
        await bot.SubscribeAsync(DefaultIds.AnnouncementChannel);

        bot.Discord.Tokens.Revoke(DiscordBot.Token);
        await bot.PublishAsync();
        var pauses = await bot.PausedAsync("token-refused");

        Assert.Single(pauses.Split('\n'), line => line.Contains("token:discord", StringComparison.Ordinal));
        Assert.Empty(bot.Posts());
        Assert.Single(bot.Process.StandardError.Split('\n'), line => line.Contains("token-refused", StringComparison.Ordinal));
        Assert.True(bot.Discord.Log.All.Count(entry => entry.Kind == LogKind.Refused && entry.Operation == "send") <= 2);
    }

    [Fact]
    public async Task Doctor_names_the_link_the_permissions_and_an_address_that_silences_the_gateway()
    {
        await using var bot = await DiscordBot.StartAsync(published, "Gateway");
        bot.Discord.World.Application.InteractionsEndpointUrl = "https://old.example/discord/interactions";

        var lines = await bot.VerbAsync("doctor");

        Assert.Contains(
            "https://discord.com/oauth2/authorize?client_id=1456000000000000001&scope=bot+applications.commands&permissions=309237730304",
            lines,
            StringComparison.Ordinal
        );
        Assert.Contains("FAIL discord", lines, StringComparison.Ordinal);
        Assert.Contains("old.example", lines, StringComparison.Ordinal);
        Assert.DoesNotContain(DiscordBot.Token, lines, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_that_are_registered_already_are_left_alone_at_the_next_start()
    {
        await using var bot = await DiscordBot.StartAsync(published, "Http");
        var overwrites = bot.Discord.Commands.Overwrites;

        var said = await bot.VerbAsync("discord", "register");

        Assert.Contains("registered already", said, StringComparison.Ordinal);
        Assert.Equal(overwrites, bot.Discord.Commands.Overwrites);
    }

    private static Dictionary<string, string> Value(string name, string value) => new() { [name] = value };
}
