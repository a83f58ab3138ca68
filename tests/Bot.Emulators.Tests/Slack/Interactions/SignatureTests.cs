using System.Text;
using Bot.Emulators.Slack.Outbound;

namespace Bot.Emulators.Tests.Slack.Interactions;

public sealed class SignatureTests
{
    [Fact]
    public void The_documented_example_has_the_documented_signature()
    {
        const string body =
            "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

        var signature = SlackSignature.Of("8f742231b10e8888abcd99yyyzzz85a5", "1531420618", Encoding.UTF8.GetBytes(body));

        Assert.Equal("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503", signature);
    }

    [Fact]
    public void Every_kind_but_the_good_one_is_wrong_in_its_own_way()
    {
        var now = new DateTimeOffset(2026, 1, 6, 0, 0, 0, TimeSpan.Zero);
        var good = SlackSignature.Headers(SignatureKind.Good, "secret", now, [1]);

        var others = Enum.GetValues<SignatureKind>()
            .Where(kind => kind != SignatureKind.Good)
            .Select(kind => SlackSignature.Headers(kind, "secret", now, [1]))
            .ToList();

        Assert.DoesNotContain(good, others);
        Assert.Equal(others.Count, others.Distinct().Count());
    }
}
