using System.Text.Json.Nodes;
using Bot.Chat.Answering;
using Bot.Emulators.Faults;
using Bot.Emulators.Slack.Outbound;

namespace Bot.Slack.Tests.Receiving;

public sealed class CommandTests
{
    [Fact]
    public async Task An_answer_that_is_ready_comes_in_the_acknowledgement_to_the_asker_alone_with_a_button_to_share()
    {
        await using var listening = await Listening.StartAsync();
        var asked = await listening.TypeAsync("/funding", "x.ai");

        Assert.Equal(200, asked.Sent.Status);
        Assert.Null(asked.Problem);
        var shown = await listening.ShownForAsync(asked);
        Assert.Equal("acknowledgement", shown.Way);
        Assert.False(shown.InChannel);
        Assert.Contains("funding: x.ai", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Share in channel", shown.Raw!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("T0000000001/U0000000001", listening.Commands.Calls.Select(call => $"{call.Workspace}/{call.User}").Single());
    }

    [Theory]
    [InlineData("/briefing", "funding xai")]
    [InlineData("/briefing", "`funding`\txai")]
    [InlineData("/funding", "\u200b*xai*")]
    public async Task H20_The_words_behind_a_leading_command_name_another_however_they_are_typed(string command, string text)
    {
        await using var listening = await Listening.StartAsync();

        await listening.TypeAsync(command, text);

        Assert.Equal(("funding", "xai"), listening.Commands.Calls.Select(call => (call.Name, call.Text)).Single());
    }

    [Fact]
    public async Task The_same_question_again_is_answered_from_memory()
    {
        await using var listening = await Listening.StartAsync();
        await listening.TypeAsync("/funding", "xai");
        var second = await listening.TypeAsync("/funding", "xai", user: "U0000000002");
        Assert.True(second.Sent.IsOk);
        Assert.Equal(1, listening.Commands.Count("funding"));
    }

    [Theory]
    [InlineData(SignatureKind.Forged)]
    [InlineData(SignatureKind.Altered)]
    [InlineData(SignatureKind.Old)]
    [InlineData(SignatureKind.Future)]
    [InlineData(SignatureKind.Missing)]
    [InlineData(SignatureKind.Undated)]
    [InlineData(SignatureKind.Short)]
    [InlineData(SignatureKind.Empty)]
    [InlineData(SignatureKind.NoSecret)]
    public async Task E1_E2_A_request_that_is_not_believed_gets_401_and_nothing_happens(SignatureKind signature)
    {
        await using var listening = await Listening.StartAsync();
        var asked = await listening.TypeAsync("/watch", "xai", signature: signature);
        Assert.Equal(401, asked.Sent.Status);
        Assert.Empty(asked.Sent.Body);
        var pressed = await listening.Slack.People.SendAsync(
            new JsonObject { ["type"] = "block_actions" },
            signature,
            Listening.Cancellation
        );
        Assert.Equal(401, pressed.Sent.Status);
        var mention = listening.Slack.Events.Wrap(new JsonObject { ["type"] = "app_uninstalled" });
        Assert.Equal(401, (await listening.Slack.Events.AttemptAsync(mention, 0, null, signature, Listening.Cancellation)).Status);
        Assert.Empty(listening.Commands.Calls);
        Assert.Empty(listening.Removed);
        Assert.DoesNotContain(listening.Logged, line => line.Contains("xai", StringComparison.Ordinal));
    }

    [Fact]
    public async Task E2_A_changing_request_that_comes_twice_within_the_window_acts_once()
    {
        await using var listening = await Listening.StartAsync();
        var fields = Form("/watch", "xai", "trigger-1");
        for (var i = 0; i < 2; i++)
        {
            var sent = await listening.Slack.Bot.FormAsync(
                listening.Slack.Urls.Commands!,
                fields,
                SignatureKind.Good,
                Listening.Cancellation
            );
            Assert.Equal(200, sent.Status);
        }

        await listening.Slack.Bot.FormAsync(
            listening.Slack.Urls.Commands!,
            Form("/watch", "xai", "trigger-2"),
            SignatureKind.Good,
            Listening.Cancellation
        );
        Assert.Equal(2, listening.Commands.Count("watch"));
    }

    [Fact]
    public async Task The_check_of_the_certificate_is_answered_and_nothing_in_it_is_believed()
    {
        await using var listening = await Listening.StartAsync();
        var sent = await listening.Slack.Events.CheckCertificateAsync(
            [new("command", "/watch"), new("text", "x"), new("trigger_id", "1")],
            Listening.Cancellation
        );
        Assert.Equal(200, sent.Status);
        Assert.Empty(sent.Body);
        Assert.Empty(listening.Commands.Calls);
    }

    [Fact]
    public async Task E4_A_body_that_is_too_large_is_refused()
    {
        await using var listening = await Listening.StartAsync();
        var sent = await listening.TypeAsync("/funding", new string('x', 70_000));
        Assert.Equal(413, sent.Sent.Status);
        Assert.Empty(listening.Commands.Calls);
    }

    [Fact]
    public async Task E6_A_slow_answer_is_acknowledged_in_time_and_comes_later()
    {
        await using var listening = await Listening.StartAsync(time: Listening.ShortOfPatience);
        var gate = new TaskCompletionSource();
        listening.Commands.Gate = gate.Task;
        var asked = await listening.TypeAsync("/funding", "xai");
        Assert.True(asked.Sent.IsOk);
        Assert.Empty(asked.Sent.Body);

        gate.SetResult();
        var shown = await listening.ShownForAsync(asked);
        Assert.Equal("response_url", shown.Way);
        Assert.False(shown.InChannel);
        Assert.Contains("funding: xai", shown.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("used_url")]
    [InlineData("expired_url")]
    public async Task E7_An_address_that_takes_no_more_is_tried_once_and_dropped(string reason)
    {
        await using var listening = await Listening.StartAsync();
        listening.Slack.Script.Add(new Fault(Decision.Refuse(reason), null) { Operation = "response_url" });
        var gate = new TaskCompletionSource();
        listening.Commands.Gate = gate.Task;
        Assert.True((await listening.TypeAsync("/funding", "xai")).Sent.IsOk);
        gate.SetResult();
        await Listening.EventuallyAsync(() => listening.Logged.Any(line => line.Contains("was dropped", StringComparison.Ordinal)));
        Assert.Equal(1, listening.Slack.Log.All.Count(entry => entry.Method == "response_url"));
    }

    [Fact]
    public async Task E8_Ones_flood_is_answered_politely_and_nobody_elses_question_suffers()
    {
        await using var listening = await Listening.StartAsync(asking: new AskingOptions { PerUserPerMinute = 1 });
        await listening.TypeAsync("/funding", "company 0");
        var refused = await listening.TypeAsync("/funding", "company 0");
        Assert.True(refused.Sent.IsOk);
        Assert.Contains("a lot of questions", refused.Sent.Body, StringComparison.Ordinal);
        Assert.Contains(
            "funding: mine",
            (await listening.TypeAsync("/funding", "mine", user: "U0000000002")).Sent.Body,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task E12_An_unknown_command_gets_a_polite_answer()
    {
        await using var listening = await Listening.StartAsync();
        var asked = await listening.TypeAsync("/fundin");
        Assert.True(asked.Sent.IsOk);
        Assert.Contains("/funding", asked.Sent.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task E12_Fields_that_are_new_or_gone_do_no_harm()
    {
        await using var listening = await Listening.StartAsync();
        IEnumerable<KeyValuePair<string, string>>[] forms =
        [
            [new("command", "/funding"), new("text", "xai"), new("team_id", Listening.Team), new("a_new_field", "&=%")],
            [new("command", "/watch")],
            [new("text", "xai")],
            [],
        ];
        foreach (var form in forms)
        {
            Assert.Equal(
                200,
                (
                    await listening.Slack.Bot.FormAsync(listening.Slack.Urls.Commands!, form, SignatureKind.Good, Listening.Cancellation)
                ).Status
            );
        }

        Assert.Equal(["funding", "watch"], listening.Commands.Calls.Select(call => call.Name));
    }

    [Fact]
    public async Task F8_No_log_line_holds_what_was_asked_or_a_secret()
    {
        await using var listening = await Listening.StartAsync();
        await listening.TypeAsync("/funding", "pasted-secret");
        listening.Commands.Gate = Task.FromException(new InvalidOperationException("broken"));
        Assert.Contains("went wrong", (await listening.TypeAsync("/funding", "another-pasted-secret")).Sent.Body, StringComparison.Ordinal);
        await listening.TypeAsync("/funding", "pasted-secret", signature: SignatureKind.Forged);
        Assert.NotEmpty(listening.Logged);
        // Every test ends with a check for leaked tokens and response addresses.
        Assert.DoesNotContain(
            listening.Logged,
            line =>
                line.Contains("pasted-secret", StringComparison.Ordinal)
                || line.Contains(listening.Slack.World.App.SigningSecret, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Help_as_an_argument_asks_about_the_command()
    {
        await using var listening = await Listening.StartAsync();
        Assert.Contains("help: funding", (await listening.TypeAsync("/funding", "help")).Sent.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task G1_While_the_secret_is_changed_both_hold()
    {
        await using var listening = await Listening.StartAsync(formerSecret: "the-secret-before");
        Assert.True((await listening.TypeAsync("/funding", "a")).Sent.IsOk);
        listening.Slack.World.App.SigningSecret = "the-secret-before";
        Assert.True((await listening.TypeAsync("/funding", "b")).Sent.IsOk);
        listening.Slack.World.App.SigningSecret = "another";
        Assert.Equal(401, (await listening.TypeAsync("/funding", "c")).Sent.Status);
    }

    private static KeyValuePair<string, string>[] Form(string command, string text, string trigger) =>
        [
            new("team_id", Listening.Team),
            new("channel_id", Listening.Channel),
            new("user_id", Listening.Asker),
            new("command", command),
            new("text", text),
            new("trigger_id", trigger),
        ];
}
