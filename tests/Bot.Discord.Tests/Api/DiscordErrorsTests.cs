using Bot.Chat.Platforms;
using Bot.Discord.Api;

namespace Bot.Discord.Tests.Api;

/// <summary>What each code and each status means: https://discord.com/developers/docs/topics/opcodes-and-status-codes</summary>
public sealed class DiscordErrorsTests
{
    [Theory]
    [InlineData(401, 0, DiscordError.TokenRefused)]
    [InlineData(401, 40001, DiscordError.TokenRefused)]
    [InlineData(401, 50014, DiscordError.TokenRefused)]
    [InlineData(403, 40333, DiscordError.Wait)]
    [InlineData(404, 10003, DiscordError.ChannelGone)]
    [InlineData(404, 10004, DiscordError.ChannelGone)]
    [InlineData(404, 10008, DiscordError.MessageGone)]
    [InlineData(403, 50001, DiscordError.PermissionMissing)]
    [InlineData(403, 50013, DiscordError.PermissionMissing)]
    [InlineData(403, 160002, DiscordError.PermissionMissing)]
    [InlineData(400, 50008, DiscordError.WrongChannel)]
    [InlineData(400, 50024, DiscordError.WrongChannel)]
    [InlineData(400, 40058, DiscordError.NotYet)]
    [InlineData(400, 40067, DiscordError.PayloadRefused)]
    [InlineData(400, 50035, DiscordError.PayloadRefused)]
    [InlineData(400, 50006, DiscordError.PayloadRefused)]
    [InlineData(400, 50109, DiscordError.PayloadRefused)]
    [InlineData(413, 40005, DiscordError.PayloadRefused)]
    [InlineData(403, 50005, DiscordError.PayloadRefused)]
    [InlineData(403, 50021, DiscordError.PayloadRefused)]
    [InlineData(400, 200000, DiscordError.PayloadRefused)]
    [InlineData(400, 200001, DiscordError.PayloadRefused)]
    [InlineData(400, 240000, DiscordError.PayloadRefused)]
    [InlineData(403, 400001, DiscordError.PayloadRefused)]
    [InlineData(400, 50083, DiscordError.ThreadArchived)]
    [InlineData(403, 160005, DiscordError.ThreadLocked)]
    [InlineData(400, 160004, DiscordError.AlreadyDone)]
    [InlineData(400, 40033, DiscordError.AlreadyDone)]
    [InlineData(400, 160006, DiscordError.Wait)]
    [InlineData(400, 160007, DiscordError.Wait)]
    [InlineData(400, 20016, DiscordError.Wait)]
    [InlineData(400, 20022, DiscordError.Wait)]
    [InlineData(429, 20028, DiscordError.Wait)]
    [InlineData(400, 30046, DiscordError.Wait)]
    [InlineData(400, 40004, DiscordError.Wait)]
    [InlineData(503, 130000, DiscordError.Wait)]
    [InlineData(503, 110000, DiscordError.Wait)]
    public void A_code_says_what_to_do(int status, int code, DiscordError error) => Assert.Equal(error, DiscordErrors.Of(status, code));

    [Fact]
    public void H7_Every_status_without_a_code_has_one_meaning()
    {
        foreach (var status in Enumerable.Range(100, 500).Where(status => status is < 200 or >= 300))
        {
            var expected = status switch
            {
                401 => DiscordError.TokenRefused,
                429 => DiscordError.Wait,
                413 => DiscordError.PayloadRefused,
                408 or >= 500 or < 200 => DiscordError.Unknown,
                _ => DiscordError.Other,
            };
            Assert.Equal((status, expected), (status, DiscordErrors.Of(status, 0)));
            // An unknown code changes nothing, except that a 403 with a code does not come from a wall in front of Discord.
            Assert.Equal((status, status == 403 ? DiscordError.PermissionMissing : expected), (status, DiscordErrors.Of(status, 999_999)));
        }
    }

    [Fact]
    public void What_is_for_good_has_a_reason_and_what_is_not_has_none()
    {
        foreach (var error in Enum.GetValues<DiscordError>())
        {
            Assert.Equal(error is DiscordError.Wait or DiscordError.Unknown or DiscordError.NotYet, DiscordErrors.ReasonOf(error) is null);
        }

        Assert.Equal(RejectReason.ThreadGone, DiscordErrors.ReasonOf(DiscordError.MessageGone));
    }

    [Fact]
    public void A_full_server_waits_an_hour_and_holds_back_nobody_else()
    {
        Assert.Equal((TimeSpan.FromHours(1), RetryScope.Workspace), (DiscordErrors.WaitOf(160006), DiscordErrors.ScopeOf(160006)));
        Assert.Equal((null, RetryScope.Channel), (DiscordErrors.WaitOf(20016), DiscordErrors.ScopeOf(20016)));
        Assert.Equal(RetryScope.Token, DiscordErrors.ScopeOf(40333));
    }
}
