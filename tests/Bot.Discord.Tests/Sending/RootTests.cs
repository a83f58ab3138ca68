using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Chat.Platforms;
using Bot.Discord.Rendering;
using Bot.Emulators.Discord.World;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;

namespace Bot.Discord.Tests.Sending;

/// <summary>A root is content with a button, and keeps its form through every edit.</summary>
public sealed class RootTests
{
    public static TheoryData<ulong> Channels => [DefaultIds.TextChannel, DefaultIds.AnnouncementChannel, DefaultIds.ForumChannel];

    [Theory, MemberData(nameof(Channels))]
    public async Task H2_A_root_is_content_whose_button_bears_its_mark(ulong channel)
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var request = desk.Request(channel: channel);

        Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(request));

        var root = desk.Server.Messages.All[0];
        Assert.Equal(("ひとこと", false), (root.Content, root.Flags.HasFlag(Bot.Emulators.Discord.World.MessageFlags.IsComponentsV2)));
        var row = Assert.Single(root.Components)!;
        Assert.Equal((1, 2), (row["type"]!.GetValue<int>(), row["components"]![0]!["type"]!.GetValue<int>()));
        Assert.Equal(PostMark.Of(request.Key), row["components"]![0]!["id"]!.GetValue<int>());
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task H2_An_edit_keeps_the_mark_and_the_original_is_found_by_it(ulong channel)
    {
        await using var desk = await DiscordDesk.OpenAsync();
        desk.Server.Rules.NonceWindow = TimeSpan.Zero;
        var original = desk.Request(channel: channel);
        var root = Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(original)).MessageId;
        var section = desk.Request(root, channel: channel);
        var reply = Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(section)).MessageId;

        await EditAsync(desk, RootEdit(desk, "訂正した見出し", channel) with { ThreadId = root }, root);
        await EditAsync(desk, desk.Request(root, "訂正した本文", channel), reply);

        Assert.Equal(["訂正した見出し", "訂正した本文"], desk.Server.Messages.All.Select(message => message.Text));
        Assert.Equal(
            root,
            Assert.IsType<FindOutcome.Found>(await desk.Restarted().FindAsync(original, DiscordDesk.Cancellation)).MessageId
        );
        Assert.Equal(
            reply,
            Assert.IsType<FindOutcome.Found>(await desk.Restarted().FindAsync(section, DiscordDesk.Cancellation)).MessageId
        );
        Assert.Equal(2, desk.Server.Messages.All.Count);
    }

    [Fact]
    public async Task H2_A_root_that_was_posted_as_components_is_edited_as_components()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var older = desk.Request() with { Payload = Older("以前の形") };
        var root = Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(older)).MessageId;

        await EditAsync(desk, RootEdit(desk, "訂正") with { ThreadId = root }, root);

        var message = desk.Server.Messages.All[0];
        Assert.True(message.Flags.HasFlag(Bot.Emulators.Discord.World.MessageFlags.IsComponentsV2));
        Assert.Equal(("", "訂正"), (message.Content, message.Text));
        Assert.Contains(message.Components[0]!["components"]!.AsArray(), component => component!["type"]!.GetValue<int>() == 1);
        Assert.Equal(PostMark.Of(older.Key), message.Components[0]!["id"]!.GetValue<int>());
        Assert.Single(desk.Logged(LogKind.Edited), entry => entry.Operation == "edit");
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task A_corrected_headline_is_the_threads_name_too_also_when_it_is_archived(ulong channel)
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var root = await desk.RootAsync(channel);
        desk.Server.World.SetArchived(desk.Server.World.Channel(DiscordDesk.IdOf(root))!, archived: true);

        await EditAsync(desk, RootEdit(desk, "訂正", channel, name: "1/6(火) 訂正した見出し") with { ThreadId = root }, root);

        Assert.Equal("1/6(火) 訂正した見出し", desk.Server.World.Channel(DiscordDesk.IdOf(root))!.Name);
    }

    [Fact]
    public async Task A_name_that_may_only_be_changed_later_is_changed_later_and_holds_up_nobody()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var root = await desk.RootAsync();
        desk.Fault("edit-channel", decision: Decision.Limit("0.2", "shared"));
        var edit = RootEdit(desk, "訂正", name: "新しい名前") with { ThreadId = root };

        Assert.Null(Assert.IsType<SendOutcome.RetryAfter>(await desk.Platform.EditAsync(edit, root, DiscordDesk.Cancellation)).After);
        Assert.Equal(new SendOutcome.Sent(root), await desk.Platform.EditAsync(edit, root, DiscordDesk.Cancellation));

        Assert.Equal("新しい名前", desk.Server.World.Channel(DiscordDesk.IdOf(root))!.Name);
    }

    [Fact]
    public async Task H3_A_message_that_bears_the_mark_of_nobody_knows_whom_is_not_absent()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var request = desk.Request();
        var payload = DiscordPayload.TryParse(request.Payload)!;
        using var read = JsonDocument.Parse(
            $$"""{"id":"1","content":"x","components":[{"type":1,"components":[{"type":2,"id":{{PostMark.Of(request.Key)}} }]}]}"""
        );
        using var other = JsonDocument.Parse("""{"id":"1","content":"ひとこと","components":[]}""");

        Assert.Null(Bot.Discord.Sending.DiscordLookup.IsIt(read.RootElement, "7", request.Key, payload));
        Assert.False(Bot.Discord.Sending.DiscordLookup.IsIt(other.RootElement, "7", request.Key, payload));
    }

    private static async Task EditAsync(DiscordDesk desk, SendRequest edit, string message) =>
        Assert.Equal(new SendOutcome.Sent(message), await desk.Platform.EditAsync(edit, message, DiscordDesk.Cancellation));

    /// <summary>An edit of a root: its new text, and its thread's new name.</summary>
    private static SendRequest RootEdit(DiscordDesk desk, string text, ulong channel = DefaultIds.TextChannel, string? name = null)
    {
        var request = desk.Request(text: text, channel: channel);
        var payload = JsonNode.Parse(request.Payload)!;
        payload["thread_name"] = name ?? payload["thread_name"]!.GetValue<string>();
        return request with { Payload = payload.ToJsonString() };
    }

    /// <summary>In the form in which roots were frozen before they became content.</summary>
    private static string Older(string text) =>
        $$$"""
            {"thread_name":"1/6(火) 物理AIの夜明け","flags":32768,
             "components":[{"type":17,"accent_color":3096222,"components":[{"type":10,"content":"{{{text}}}"},{"type":1,"components":[{"type":2,"style":2,"label":"出典","custom_id":"1a|sources|us-ai|20260106|"}]}]}],
             "allowed_mentions":{"parse":[]}}
            """;
}
