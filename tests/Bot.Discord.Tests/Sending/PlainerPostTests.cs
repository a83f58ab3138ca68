using Bot.Chat.Platforms;
using Bot.Emulators.Discord.World;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;

namespace Bot.Discord.Tests.Sending;

/// <summary>What happens to a message whose form Discord refuses, and to one that may not have components.</summary>
public sealed class PlainerPostTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("とても長い文です。", 260));

    [Fact]
    public async Task B10_A_refused_form_goes_out_once_as_content_and_the_operator_is_told()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var thread = await desk.RootAsync();
        desk.Fault("send", decision: Decision.Refuse("50035"));
        var request = desk.Request(thread, "@everyone へ太字");

        var sent = Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(request));

        var posted = desk.Server.Messages.All[^1];
        Assert.Equal((sent.MessageId, "\\@everyone へ太字"), ($"{posted.Id}", posted.Content));
        Assert.Empty(posted.Components);
        Assert.Equal(MessageFlags.SuppressEmbeds, posted.Flags & (MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2));
        Assert.True(desk.Logged(LogKind.Accepted)[^1].Pings is null or { Count: 0 });
        var alert = Assert.Single(desk.Alerts.All);
        Assert.Equal(("payload-refused", $"payload:{PayloadHash.Of(PlatformId.Discord, request.Payload)}"), (alert.Reason, alert.Subject));
        Assert.Contains("50035", alert.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task B10_What_is_too_long_for_content_goes_out_as_bare_texts()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var thread = await desk.RootAsync();
        desk.Fault("send", decision: Decision.Refuse("50035"));

        Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(desk.Request(thread, Long)));

        var posted = desk.Server.Messages.All[^1];
        Assert.Equal(Long, posted.Text);
        Assert.All(posted.Components, component => Assert.Equal("10", component!["type"]!.ToString()));
    }

    [Fact]
    public async Task B10_A_root_in_its_plainer_form_has_its_thread_and_mentions_its_role()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var role = new Role(1456000000000000123, "readers", Permission.None) { Mentionable = true };
        desk.Server.World.DefaultGuild.Roles.Add(role);
        desk.Fault("send", decision: Decision.Refuse("50035"));

        var sent = Assert.IsType<SendOutcome.Sent>(
            await desk.SendAsync(desk.Request(options: new SendOptions { MentionRole = $"{role.Id}" }))
        );

        Assert.Equal(sent.MessageId, sent.ThreadId);
        Assert.Equal($"ひとこと\n<@&{role.Id}>", desk.Server.Messages.All[0].Content);
        Assert.Equal([$"role:{role.Id}"], desk.Logged(LogKind.Accepted)[0].Pings);
    }

    [Fact]
    public async Task B10_What_is_refused_in_its_plainer_form_too_has_failed_after_two_requests()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var thread = await desk.RootAsync();
        desk.Fault("send", decision: Decision.Refuse("50035"), times: null);

        var rejected = Assert.IsType<SendOutcome.Rejected>(await desk.SendAsync(desk.Request(thread)));

        Assert.Equal(RejectReason.PayloadRefused, rejected.Reason);
        Assert.Equal(2, desk.Logged(LogKind.Refused).Count);
        Assert.Empty(desk.Alerts.All);
    }

    [Theory]
    [InlineData("200000")]
    [InlineData("50013")]
    public async Task B10_A_refusal_of_anything_else_is_not_tried_in_another_form(string code)
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var thread = await desk.RootAsync();
        desk.Fault("send", decision: Decision.Refuse(code), times: null);

        Assert.IsType<SendOutcome.Rejected>(await desk.SendAsync(desk.Request(thread)));

        Assert.Single(desk.Logged(LogKind.Refused));
    }

    [Fact]
    public async Task B10_A_refused_edit_is_repeated_with_bare_texts()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var thread = await desk.RootAsync();
        var reply = Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(desk.Request(thread)));
        desk.Fault("edit", decision: Decision.Refuse("50035"));

        Assert.IsType<SendOutcome.Sent>(
            await desk.Platform.EditAsync(desk.Request(thread, "新しい文"), reply.MessageId, DiscordDesk.Cancellation)
        );

        Assert.Equal("新しい文", desk.Server.Messages.All[^1].Text);
        Assert.Equal("payload-refused", Assert.Single(desk.Alerts.All).Reason);
    }

    [Fact]
    public async Task B10_A_plainer_message_whose_answer_was_lost_is_found_and_can_be_edited()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        desk.Server.Rules.NonceWindow = TimeSpan.Zero;
        var thread = await desk.RootAsync();
        desk.Fault("send", decision: Decision.Refuse("50035"));
        desk.Fault("send", Answer.Reset, Decision.Accept);
        var request = desk.Request(thread, "港の灯り", ago: TimeSpan.FromMinutes(10));

        Assert.IsType<SendOutcome.Unknown>(await desk.SendAsync(request));
        var found = Assert.IsType<FindOutcome.Found>(await desk.FindAsync(request));
        Assert.Equal($"{desk.Server.Messages.All[^1].Id}", found.MessageId);

        Assert.IsType<SendOutcome.Sent>(
            await desk.Platform.EditAsync(desk.Request(thread, "新しい文"), found.MessageId, DiscordDesk.Cancellation)
        );
        Assert.Equal("新しい文", desk.Server.Messages.All[^1].Text);
    }

    [Fact]
    public async Task A_forums_first_message_is_content_with_its_buttons_and_the_operator_need_not_know()
    {
        await using var desk = await DiscordDesk.OpenAsync();

        var thread = await desk.RootAsync(DefaultIds.ForumChannel);

        var first = desk.Server.Messages.All[0];
        Assert.Equal("ひとこと", first.Content);
        Assert.Contains("1a|sources|us-ai|20260106|", first.Components.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(desk.Logged(LogKind.Refused), entry => entry.Operation == "start-thread");
        Assert.IsType<SendOutcome.Sent>(
            await desk.Platform.EditAsync(desk.Request(thread, "新しい文", DefaultIds.ForumChannel), thread, DiscordDesk.Cancellation)
        );
        Assert.Equal("新しい文", desk.Server.Messages.All[0].Content);
        Assert.Empty(desk.Alerts.All);
    }

    [Fact]
    public async Task A_first_message_that_is_too_long_for_content_is_sent_with_components_where_these_are_taken()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        // In the form in which roots were frozen before they became content.
        var request = desk.Request(channel: DefaultIds.ForumChannel) with
        {
            Payload = "{\"thread_name\":\"表題\"," + desk.Request("1", Long).Payload[1..],
        };

        Assert.Equal(RejectReason.PayloadRefused, Assert.IsType<SendOutcome.Rejected>(await desk.SendAsync(request)).Reason);
        desk.Server.Rules.ForumStartersTakeComponents = true;
        Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(request));

        Assert.Equal(Long, Assert.Single(desk.Server.Messages.All).Text);
    }
}
