using Bot.Chat.Platforms;
using Bot.Emulators.Discord.World;
using Bot.Emulators.Log;

namespace Bot.Discord.Tests.Sending;

public sealed class SendTests
{
    [Fact]
    public async Task A_root_opens_a_thread_with_its_own_id_and_the_headlines_name()
    {
        await using var desk = await DiscordDesk.OpenAsync();

        var sent = Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(desk.Request()));

        Assert.Equal(sent.MessageId, sent.ThreadId);
        Assert.Equal("1/6(火) 物理AIの夜明け", desk.Server.World.Channel(DiscordDesk.IdOf(sent.MessageId))!.Name);
        Assert.Single(desk.Server.Messages.All);
    }

    [Fact]
    public async Task F1_Sections_go_to_the_thread_and_mention_nobody()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var thread = await desk.RootAsync();

        Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(desk.Request(thread, "@everyone と <@1456000000000000009> と @here")));

        var entry = desk.Logged(LogKind.Accepted)[^1];
        Assert.Equal(thread, entry.Thread);
        Assert.True(entry.Pings is null or { Count: 0 });
    }

    [Fact]
    public async Task A_subscription_can_ask_for_a_silent_root_one_mention_and_an_archive_time()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var role = new Role(1456000000000000123, "readers", Permission.None) { Mentionable = true };
        desk.Server.World.DefaultGuild.Roles.Add(role);
        var options = new SendOptions
        {
            SilentRoot = true,
            MentionRole = $"{role.Id}",
            AutoArchiveMinutes = 60,
        };

        var sent = Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(desk.Request(text: "@everyone", options: options)));
        await desk.SendAsync(desk.Request(sent.ThreadId, options: options));

        var root = desk.Server.Messages.All[0];
        Assert.Equal(4096, (int)root.Flags & 4096);
        Assert.EndsWith($"<@&{role.Id}>", root.Text, StringComparison.Ordinal);
        Assert.Equal([$"role:{role.Id}"], desk.Logged(LogKind.Accepted)[0].Pings);
        Assert.Equal(60, desk.Server.World.Channel(root.Id)!.Thread!.AutoArchiveMinutes);
        Assert.Equal(0, (int)desk.Server.Messages.All[1].Flags & 4096);
        Assert.True(desk.Logged(LogKind.Accepted)[1].Pings is null or { Count: 0 });
    }

    [Fact]
    public async Task A_forum_gets_a_post_for_each_briefing_with_its_tags()
    {
        await using var desk = await DiscordDesk.OpenAsync();

        var sent = Assert.IsType<SendOutcome.Sent>(
            await desk.SendAsync(
                desk.Request(channel: DefaultIds.ForumChannel, options: new SendOptions { ForumTags = [$"{DefaultIds.ForumTag}"] })
            )
        );
        var reply = Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(desk.Request(sent.ThreadId, channel: DefaultIds.ForumChannel)));

        var thread = desk.Server.World.Channel(DiscordDesk.IdOf(sent.MessageId))!;
        Assert.Equal((DefaultIds.ForumChannel, sent.MessageId), (thread.Parent!.Id, sent.ThreadId));
        Assert.Equal([DefaultIds.ForumTag], thread.AppliedTags);
        Assert.NotEqual(sent.MessageId, reply.MessageId);
    }

    [Fact]
    public async Task A_forum_without_tags_is_noticed_by_its_refusal()
    {
        await using var desk = await DiscordDesk.OpenAsync();

        var first = Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(desk.Request(channel: DefaultIds.ForumChannel)));
        var second = Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(desk.Request(channel: DefaultIds.ForumChannel)));

        Assert.NotEqual(first.MessageId, second.MessageId);
        Assert.Single(desk.Logged(LogKind.Refused));
    }

    [Fact]
    public async Task An_announcement_is_published_when_asked_and_its_thread_goes_on()
    {
        await using var desk = await DiscordDesk.OpenAsync();

        var sent = Assert.IsType<SendOutcome.Sent>(
            await desk.SendAsync(desk.Request(channel: DefaultIds.AnnouncementChannel, options: new SendOptions { Publish = true }))
        );

        Assert.Equal(1, (int)desk.Server.Messages.All[0].Flags & 1);
        Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(desk.Request(sent.ThreadId, channel: DefaultIds.AnnouncementChannel)));
    }

    [Fact]
    public async Task What_fills_the_place_of_a_line_is_published_and_a_correction_is_not()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var line = Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(desk.Request(channel: DefaultIds.AnnouncementChannel)));
        var edit = desk.Request(channel: DefaultIds.AnnouncementChannel, options: new SendOptions { Publish = true });

        Assert.IsType<SendOutcome.Sent>(await desk.Platform.EditAsync(edit, line.MessageId, DiscordDesk.Cancellation));
        Assert.Equal(0, (int)desk.Server.Messages.All[0].Flags & 1);
        Assert.IsType<SendOutcome.Sent>(
            await desk.Platform.EditAsync(edit with { FillsPlace = true }, line.MessageId, DiscordDesk.Cancellation)
        );
        Assert.Equal(1, (int)desk.Server.Messages.All[0].Flags & 1);
        // Repeated, as an edit may be.
        Assert.IsType<SendOutcome.Sent>(
            await desk.Platform.EditAsync(edit with { FillsPlace = true }, line.MessageId, DiscordDesk.Cancellation)
        );
    }

    [Fact]
    public async Task A_payload_of_another_platform_is_refused_before_anything_leaves()
    {
        await using var desk = await DiscordDesk.OpenAsync();

        var outcome = await desk.SendAsync(desk.Request() with { Payload = "{\"blocks\":[]}" });

        Assert.Equal(RejectReason.PayloadRefused, Assert.IsType<SendOutcome.Rejected>(outcome).Reason);
        Assert.Empty(desk.Server.Log.All);
    }

    [Fact]
    public async Task An_edit_replaces_and_a_deletion_can_be_repeated()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var thread = await desk.RootAsync();
        var reply = Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(desk.Request(thread)));

        Assert.Equal(
            new SendOutcome.Sent(thread),
            await desk.Platform.EditAsync(desk.Request(thread, "根の新しい文"), thread, DiscordDesk.Cancellation)
        );
        Assert.Equal(
            new SendOutcome.Sent(reply.MessageId),
            await desk.Platform.EditAsync(desk.Request(thread, "@everyone 新しい文"), reply.MessageId, DiscordDesk.Cancellation)
        );

        Assert.Equal(["根の新しい文", "\\@everyone 新しい文"], desk.Server.Messages.All.Select(message => message.Text));
        Assert.All(desk.Logged(LogKind.Edited), entry => Assert.True(entry.Pings is null or { Count: 0 }));
        for (var times = 0; times < 2; times++)
        {
            Assert.Equal(
                new SendOutcome.Sent(reply.MessageId),
                await desk.Platform.DeleteAsync(DiscordDesk.Channel(), thread, reply.MessageId, DiscordDesk.Cancellation)
            );
        }

        Assert.Equal(thread, $"{Assert.Single(desk.Server.Messages.All).Id}");
    }

    [Fact]
    public async Task A_forums_first_message_is_edited_and_deleted_in_its_own_thread()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var thread = await desk.RootAsync(DefaultIds.ForumChannel);

        Assert.Equal(
            new SendOutcome.Sent(thread),
            await desk.Platform.EditAsync(desk.Request(thread, "新しい文", DefaultIds.ForumChannel), thread, DiscordDesk.Cancellation)
        );
        Assert.Equal("新しい文", desk.Server.Messages.All[0].Text);
        Assert.Equal(
            new SendOutcome.Sent(thread),
            await desk.Platform.DeleteAsync(DiscordDesk.Channel(DefaultIds.ForumChannel), thread, thread, DiscordDesk.Cancellation)
        );
        Assert.Empty(desk.Server.Messages.All);
    }
}
