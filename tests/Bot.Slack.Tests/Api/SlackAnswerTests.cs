using System.Net;
using System.Text.Json;
using Bot.Chat.Calls;
using Bot.Chat.Platforms;
using Bot.Slack.Api;
using Bot.Slack.Sending;

namespace Bot.Slack.Tests.Api;

/// <summary>Every status from 100 to 599, with and without Slack's envelope, and what a send makes of it.</summary>
public sealed class SlackAnswerTests
{
    public static TheoryData<int> Statuses => [.. Enumerable.Range(100, 500)];

    [Theory, MemberData(nameof(Statuses))]
    public void A_status_without_Slacks_envelope_has_one_outcome(int status)
    {
        var outcome = Outcome(status, null);

        Assert.Equal(Expected(status), Name(outcome));
    }

    [Theory, MemberData(nameof(Statuses))]
    public void Slacks_own_refusal_counts_whatever_the_status(int status)
    {
        var outcome = Outcome(status, """{"ok":false,"error":"is_archived"}""");

        Assert.Equal(status == 429 ? "retry Workspace" : "rejected ChannelGone", Name(outcome));
    }

    [Theory]
    [InlineData(200, "sent")]
    [InlineData(201, "sent")]
    [InlineData(302, "rejected Other")]
    [InlineData(500, "unknown")]
    public void Ok_counts_only_with_a_status_that_says_so(int status, string expected) =>
        Assert.Equal(expected, Name(Outcome(status, """{"ok":true,"ts":"1.000001"}""")));

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"ok":"true"}""")]
    [InlineData("""{"ok":false}""")]
    [InlineData("""{"ok":false,"error":7}""")]
    public void A_body_that_is_not_Slacks_says_nothing(string body) => Assert.Equal("unknown", Name(Outcome(200, body)));

    [Fact]
    public void Nothing_that_left_is_sent_again_and_what_may_have_left_is_unknown()
    {
        Assert.Equal("retry Token", Name(Outcome(SlackAnswer.Of(new Exchange.NotSent("ConnectionError")))));
        Assert.Equal("unknown", Name(Outcome(SlackAnswer.Of(new Exchange.Lost("ResponseEnded")))));
    }

    [Fact]
    public void What_Slack_adds_to_a_refusal_is_kept_for_whoever_must_mend_it()
    {
        var answer = Assert.IsType<SlackAnswer.Error>(
            SlackAnswer.Of(
                Answered(
                    200,
                    """
                    {"ok":false,"error":"invalid_blocks","errors":["no more than 25 items allowed [json-pointer:/blocks/1/elements]"],"response_metadata":{"messages":["[ERROR] x"]}}
                    """
                )
            )
        );

        Assert.Equal("invalid_blocks", answer.Name);
        Assert.Contains("/blocks/1/elements", answer.Detail, StringComparison.Ordinal);
        Assert.Contains("[ERROR] x", answer.Detail, StringComparison.Ordinal);
        Assert.Equal(
            "missing_scope (needed: chat:write)",
            Assert
                .IsType<SlackAnswer.Error>(
                    SlackAnswer.Of(Answered(200, """{"ok":false,"error":"missing_scope","needed":"chat:write","provided":"x"}"""))
                )
                .Detail
        );
    }

    private static string Expected(int status) =>
        status switch
        {
            < 300 or 408 or >= 500 => "unknown",
            413 => "rejected PayloadRefused",
            429 => "retry Workspace",
            _ => "rejected Other",
        };

    private static SendOutcome Outcome(int status, string? body) => Outcome(SlackAnswer.Of(Answered(status, body)));

    private static SendOutcome Outcome(SlackAnswer answer) => SlackOutcomes.Of(answer, _ => new SendOutcome.Sent("1.000001"));

    private static Exchange.Answered Answered(int status, string? body)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status);
        return new Exchange.Answered(
            (HttpStatusCode)status,
            body is null ? null : JsonDocument.Parse(body).RootElement,
            null,
            response.Headers
        );
    }

    private static string Name(SendOutcome outcome) =>
        outcome switch
        {
            SendOutcome.Sent => "sent",
            SendOutcome.Rejected rejected => $"rejected {rejected.Reason}",
            SendOutcome.RetryAfter retry => $"retry {retry.Scope}",
            _ => "unknown",
        };
}
