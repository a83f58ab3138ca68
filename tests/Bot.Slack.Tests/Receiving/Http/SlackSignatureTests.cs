using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Slack.Receiving.Http;
using CsCheck;
using Microsoft.Extensions.Primitives;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Slack.Tests.Receiving.Http;

public sealed class SlackSignatureTests
{
    // The example of https://docs.slack.dev/authentication/verifying-requests-from-slack
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private const long Time = 1531420618;
    private const string Signed = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private const string Body =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA"
        + "&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554"
        + "%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeSeconds(Time));

    [Fact]
    public void E1_The_example_of_the_platforms_own_page_is_good() => Assert.True(IsGood(Signed));

    [Theory]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b504")]
    [InlineData("v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b5")]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503ff")]
    [InlineData("v0=zz114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("v0=")]
    [InlineData("")]
    public void E1_A_forged_cut_or_unreadable_signature_is_refused(string signature) => Assert.False(IsGood(signature));

    [Fact]
    public void E1_The_secret_of_another_application_is_refused() => Assert.False(IsGood(Signed, secrets: ["another"]));

    [Fact]
    public void E1_A_body_that_differs_in_a_byte_is_refused() =>
        Assert.False(IsGood(Signed, Body.Replace("foobar", "foobaz", StringComparison.Ordinal)));

    [Theory]
    [InlineData(300, true)]
    [InlineData(-300, true)]
    [InlineData(301, false)]
    [InlineData(-301, false)]
    [InlineData(600_000_000, false)]
    public void E2_A_time_too_far_from_ours_is_refused_either_way(int seconds, bool expected)
    {
        var time = (Time + seconds).ToString(CultureInfo.InvariantCulture);
        Assert.Equal(expected, IsGood(Sign(Secret, time, Body), timestamp: time));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 1531420618")]
    [InlineData("+1531420618")]
    [InlineData("-1531420618")]
    [InlineData("1531420618.0")]
    [InlineData("0x5b47a0ca")]
    [InlineData("1531420618000")]
    [InlineData("99999999999999999999999999")]
    public void E2_A_time_that_is_no_plain_number_is_refused(string time) =>
        Assert.False(IsGood(Sign(Secret, time, Body), timestamp: time));

    [Fact]
    public void E3_A_header_that_is_there_twice_or_not_at_all_is_refused()
    {
        var time = Time.ToString(CultureInfo.InvariantCulture);
        Assert.False(Check(new StringValues([time, time]), Signed));
        Assert.False(Check(time, new StringValues([Signed, Signed])));
        Assert.False(Check(time, Signed + "," + Signed));
        Assert.False(Check(StringValues.Empty, Signed));
        Assert.False(Check(time, StringValues.Empty));
    }

    [Fact]
    public void G1_The_former_secret_holds_beside_the_new_one()
    {
        Assert.True(IsGood(Signed, secrets: ["the-new-one", Secret]));
        Assert.True(IsGood(Signed, secrets: [Secret, "the-former-one"]));
        Assert.False(IsGood(Signed, secrets: ["the-new-one", ""]));
    }

    [Fact]
    public void An_empty_secret_is_none()
    {
        Assert.Throws<ArgumentException>(() => new SlackSignature([""], _clock));
        Assert.Throws<ArgumentException>(() => new SlackSignature([], _clock));
        Assert.False(IsGood(Sign("", Time.ToString(CultureInfo.InvariantCulture), Body), secrets: [Secret, ""]));
    }

    [Fact]
    public void Whatever_the_body_its_own_signature_is_good_and_any_other_is_not() =>
        Gen.Select(Gen.Byte.Array[0, 2000], Gen.Byte.Array[32])
            .Sample(
                (body, other) =>
                {
                    var time = Time.ToString(CultureInfo.InvariantCulture);
                    var good =
                        "v0="
                        + Convert.ToHexStringLower(
                            HMACSHA256.HashData(
                                Encoding.UTF8.GetBytes(Secret),
                                (byte[])[.. Encoding.ASCII.GetBytes($"v0:{time}:"), .. body]
                            )
                        );
                    return Check(time, good, body) && !Check(time, "v0=" + Convert.ToHexStringLower(other), body);
                }
            );

    private static string Sign(string secret, string time, string body) =>
        "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{time}:{body}")));

    private bool IsGood(string signature, string body = Body, string? timestamp = null, string[]? secrets = null) =>
        Check(timestamp ?? Time.ToString(CultureInfo.InvariantCulture), signature, Encoding.UTF8.GetBytes(body), secrets);

    private bool Check(StringValues timestamp, StringValues signature, byte[]? body = null, string[]? secrets = null) =>
        new SlackSignature(secrets ?? [Secret], _clock).IsGood(
            timestamp,
            signature,
            (byte[])[.. new byte[SlackSignature.Head], .. body ?? Encoding.UTF8.GetBytes(Body)]
        );
}
