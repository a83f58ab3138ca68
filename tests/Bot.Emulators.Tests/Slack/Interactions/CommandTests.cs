using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Emulators.Slack;
using Bot.Emulators.Slack.Interactions;
using Bot.Emulators.Slack.Outbound;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Bot.Emulators.Tests.Slack.Interactions;

public sealed class CommandTests : TalkTests
{
    private ListeningBot _bot = null!;

    [Fact]
    public async Task A_command_arrives_as_a_signed_form()
    {
        await ListenAsync();

        var done = await Talk.Server.People.TypeAsync(new SlashCommand("/funding", "xai & 日本"), cancellationToken: Cancellation);

        Assert.True(_bot.Requests.TryPeek(out var request));
        var form = QueryHelpers.ParseQuery(request.Body);
        Assert.Equal(
            ("/funding", "xai & 日本", "false"),
            (form["command"].ToString(), form["text"].ToString(), form["is_enterprise_install"].ToString())
        );
        Assert.Equal(done.ResponseUrl, form["response_url"].ToString());
        var expected = SlackSignature.Of(
            Talk.Server.World.App.SigningSecret,
            request.Headers["X-Slack-Request-Timestamp"],
            Encoding.UTF8.GetBytes(request.Body)
        );
        Assert.Equal(expected, request.Headers["X-Slack-Signature"]);
    }

    [Fact]
    public async Task An_acknowledgement_with_a_message_is_shown_to_the_person_alone()
    {
        await ListenAsync((_, context) => context.Response.WriteAsJsonAsync(new { text = "here" }));

        var done = await Talk.Server.People.TypeAsync(new SlashCommand("/help"), cancellationToken: Cancellation);

        var shown = Assert.Single(Talk.Server.Shown.All);
        Assert.Equal((done.Id, "here", "acknowledgement", false), (shown.Interaction, shown.Text, shown.Way, shown.InChannel));
        Assert.Empty(Talk.Server.Messages(SlackServer.FirstChannel));
    }

    [Fact]
    public async Task In_channel_is_published_for_all()
    {
        await ListenAsync((_, context) => context.Response.WriteAsJsonAsync(new { text = "here", response_type = "in_channel" }));

        await Talk.Server.People.TypeAsync(new SlashCommand("/help"), cancellationToken: Cancellation);

        Assert.Equal("here", Assert.Single(Talk.Server.Messages(SlackServer.FirstChannel)).Text);
    }

    [Fact]
    public async Task Wrong_blocks_in_an_acknowledgement_are_a_problem()
    {
        await ListenAsync((_, context) => context.Response.WriteAsJsonAsync(new { blocks = new[] { new { type = "section" } } }));

        var done = await Talk.Server.People.TypeAsync(new SlashCommand("/help"), cancellationToken: Cancellation);

        Assert.Contains("missing required field", done.Problem);
        Assert.Empty(Talk.Server.Shown.All);
    }

    [Fact]
    public async Task The_person_reads_why_nothing_came()
    {
        await ListenAsync(
            async (number, context) =>
            {
                context.Response.StatusCode = number == 0 ? 401 : 500;
                await (number == 2 ? Task.Delay(Timeout.Infinite, context.RequestAborted) : Task.CompletedTask);
            }
        );

        var verdicts = new List<string>();
        for (var number = 0; number < 3; number++)
        {
            Talk.Server.Bot.Deadline = number == 2 ? TimeSpan.FromMilliseconds(200) : Talk.Server.Bot.Deadline;
            verdicts.Add((await Talk.Server.People.TypeAsync(new SlashCommand("/help"), cancellationToken: Cancellation)).Sent.Verdict);
        }

        await _bot.DisposeAsync();
        // What is refused at once is not to be judged by how busy the machine is.
        Talk.Server.Bot.Deadline = TimeSpan.FromMinutes(1);
        verdicts.Add((await Talk.Server.People.TypeAsync(new SlashCommand("/help"), cancellationToken: Cancellation)).Sent.Verdict);
        Assert.Equal(["http_client_error", "http_service_error", "operation_timeout", "dispatch_failed"], verdicts);
    }

    [Fact]
    public async Task A_response_address_works_five_times()
    {
        await ListenAsync();
        var done = await Talk.Server.People.TypeAsync(new SlashCommand("/help"), cancellationToken: Cancellation);

        var statuses = new List<int>();
        for (var number = 0; number < 6; number++)
        {
            using var response = await Talk.Http.PostAsJsonAsync(done.ResponseUrl, new { text = $"answer {number}" }, Cancellation);
            statuses.Add((int)response.StatusCode);
        }

        Assert.Equal([200, 200, 200, 200, 200, 404], statuses);
        Assert.Equal(5, Talk.Server.Shown.All.Count(reply => reply.Interaction == done.Id && reply.Way == "response_url"));
    }

    [Fact]
    public async Task A_click_carries_the_message_and_the_value_of_its_button()
    {
        await ListenAsync();
        var element = new
        {
            type = "button",
            action_id = "show",
            text = new { type = "plain_text", text = "Show" },
            value = "v1",
        };
        var ts = (string)
            (
                await Talk.CallAsync(
                    "chat.postMessage",
                    new
                    {
                        channel = SlackServer.FirstChannel,
                        text = "x",
                        blocks = new[] { new { type = "actions", elements = new[] { element } } },
                    }
                )
            )["ts"]!;

        await Talk.Server.People.UseAsync(new ElementUse(ts, "show"), cancellationToken: Cancellation);

        Assert.True(_bot.Requests.TryPeek(out var request));
        var payload = JsonNode.Parse(QueryHelpers.ParseQuery(request.Body)["payload"].ToString())!;
        Assert.Equal("block_actions", (string?)payload["type"]);
        Assert.Equal(("show", "v1"), ((string?)payload["actions"]![0]!["action_id"], (string?)payload["actions"]![0]!["value"]));
        Assert.Equal(ts, (string?)payload["message"]!["ts"]);
        Assert.False((bool)payload["container"]!["is_ephemeral"]!);
    }

    [Fact]
    public async Task An_event_is_sent_again_with_number_and_reason_until_it_is_acknowledged()
    {
        Talk.Server.Events.RetryAfter = [TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero];
        await ListenAsync(
            (number, context) =>
            {
                context.Response.StatusCode = number < 2 ? 500 : 200;
                return Task.CompletedTask;
            }
        );

        var attempts = await Talk.Server.Events.SendAsync(
            Talk.Server.Events.Wrap(new JsonObject { ["type"] = "app_uninstalled" }),
            cancellationToken: Cancellation
        );

        Assert.Equal([500, 500, 200], attempts.Select(attempt => attempt.Status));
        Assert.Equal([null, "1", "2"], _bot.Requests.Select(request => request.Headers.GetValueOrDefault("X-Slack-Retry-Num")));
        Assert.Equal("http_error", _bot.Requests.Last().Headers["X-Slack-Retry-Reason"]);
        Assert.Single(_bot.Requests.Select(request => (string?)JsonNode.Parse(request.Body)!["event_id"]).Distinct());
    }

    [Fact]
    public async Task A_bot_can_forbid_retries()
    {
        Talk.Server.Events.RetryAfter = [TimeSpan.Zero];
        await ListenAsync(
            (_, context) =>
            {
                (context.Response.StatusCode, context.Response.Headers["x-slack-no-retry"]) = (500, "1");
                return Task.CompletedTask;
            }
        );

        Assert.Single(
            await Talk.Server.Events.SendAsync(Talk.Server.Events.Wrap(new JsonObject { ["type"] = "x" }), cancellationToken: Cancellation)
        );
    }

    [Fact]
    public async Task A_probe_of_the_certificate_is_not_signed()
    {
        await ListenAsync();

        await Talk.Server.Events.CheckCertificateAsync([], Cancellation);

        Assert.True(_bot.Requests.TryPeek(out var request));
        Assert.Contains("ssl_check=1", request.Body);
        Assert.DoesNotContain("X-Slack-Signature", request.Headers.Keys, StringComparer.OrdinalIgnoreCase);
    }

    public override async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await base.DisposeAsync();
    }

    private async Task ListenAsync(Func<int, HttpContext, Task>? answer = null)
    {
        _bot = await ListeningBot.StartAsync();
        _bot.Answer = answer ?? _bot.Answer;
        Talk.Server.Urls = RequestUrls.Under(_bot.Address);
    }
}
