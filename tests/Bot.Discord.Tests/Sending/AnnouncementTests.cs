using Bot.Chat.Platforms;
using Bot.Emulators.Discord.World;
using Bot.Emulators.Faults;

namespace Bot.Discord.Tests.Sending;

/// <summary>A message in the channel about a thread that was filled.</summary>
public sealed class AnnouncementTests
{
    [Fact]
    public async Task It_stands_in_the_channel_beside_its_thread_and_starts_none()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var thread = await desk.RootAsync();
        var request = Announcement(desk, thread);

        var sent = Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(request));

        var message = desk.Server.Messages.All[^1];
        Assert.Equal($"{message.Id}", sent.MessageId);
        Assert.Null(sent.ThreadId);
        Assert.Equal(DefaultIds.TextChannel, message.Channel.Id);
    }

    [Fact]
    public async Task In_a_forum_it_is_a_message_of_the_thread()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var thread = await desk.RootAsync(DefaultIds.ForumChannel);

        Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(Announcement(desk, thread, DefaultIds.ForumChannel)));

        Assert.Equal(DiscordDesk.IdOf(thread), desk.Server.Messages.All[^1].Channel.Id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whose_answer_was_lost_is_found_in_the_channel_or_absent(bool accepted)
    {
        await using var desk = await DiscordDesk.OpenAsync();
        desk.Server.Rules.NonceWindow = TimeSpan.Zero;
        var thread = await desk.RootAsync();
        desk.Fault("send", Answer.Reset, accepted ? Decision.Accept : Decision.Ignore);
        var request = Announcement(desk, thread, ago: TimeSpan.FromMinutes(10));

        Assert.IsType<SendOutcome.Unknown>(await desk.SendAsync(request));
        var found = await desk.FindAsync(request);

        Assert.Equal(accepted ? $"{desk.Server.Messages.All[^1].Id}" : null, (found as FindOutcome.Found)?.MessageId);
        Assert.True(accepted || found is FindOutcome.Absent);
    }

    [Fact]
    public async Task It_is_taken_down_where_it_stands()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var thread = await desk.RootAsync();
        var sent = Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(Announcement(desk, thread)));

        await desk.Platform.DeleteAsync(DiscordDesk.Channel(), thread, sent.MessageId, DiscordDesk.Cancellation);

        Assert.DoesNotContain(desk.Server.Messages.All, message => $"{message.Id}" == sent.MessageId);
    }

    private static SendRequest Announcement(
        DiscordDesk desk,
        string thread,
        ulong channel = DefaultIds.TextChannel,
        TimeSpan ago = default
    ) => desk.Request(thread, "届きました", channel, ago: ago) with { IsAnnouncement = true };
}
