using Bot.Chat.Platforms;
using Bot.Emulators.Discord.World;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Discord.Tests.Sending;

public sealed class DiscordDirectMessagesTests
{
    [Fact]
    public async Task A_person_is_written_to_directly_and_no_thread_is_started()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var channel = await OpenAsync(desk);
        Assert.Equal(channel, await OpenAsync(desk));
        Assert.Equal(channel, ((IPlatform)desk.Platform).DirectThreadOf(channel));

        Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(desk.Request(channel, channel: DiscordDesk.IdOf(channel))));

        Assert.Single(desk.Server.World.Channel(DiscordDesk.IdOf(channel))!.Messages);
    }

    [Fact]
    public async Task A_lost_answer_is_looked_up_in_the_direct_channel()
    {
        await using var desk = await DiscordDesk.OpenAsync(new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56)));
        var channel = await OpenAsync(desk);
        var arrived = desk.Request(channel, channel: DiscordDesk.IdOf(channel), ago: TimeSpan.FromMinutes(10));
        var lost = desk.Request(channel, channel: DiscordDesk.IdOf(channel), ago: TimeSpan.FromMinutes(10));
        Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(arrived));

        Assert.IsType<FindOutcome.Found>(await desk.FindAsync(arrived));
        Assert.IsType<FindOutcome.Absent>(await desk.FindAsync(lost));
    }

    [Fact]
    public async Task Who_takes_no_messages_refuses_for_good()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var channel = await OpenAsync(desk);
        desk.Server.World.TakingNoMessages.Add(DefaultIds.Reader);

        var refused = Assert.IsType<SendOutcome.Rejected>(await desk.SendAsync(desk.Request(channel, channel: DiscordDesk.IdOf(channel))));

        Assert.Equal(RejectReason.PermissionMissing, refused.Reason);
        Assert.Contains("50007", refused.Detail, StringComparison.Ordinal);
        Assert.NotNull((await desk.Direct.OpenAsync($"{DefaultIds.Guild}", "123456789012345678", DiscordDesk.Cancellation)).Problem);
    }

    private static async Task<string> OpenAsync(DiscordDesk desk) =>
        (await desk.Direct.OpenAsync($"{DefaultIds.Guild}", $"{DefaultIds.Reader}", DiscordDesk.Cancellation)).Id!;
}
