using System.Text;
using System.Text.Json.Nodes;
using Bot.Chat.Commands;
using Bot.Discord.Setup;
using Bot.Emulators.Discord.Interactions;
using Bot.Emulators.Discord.World;
using Bench = Bot.Discord.Tests.Receiving.ReceivingBench;
using Button = Bot.Chat.Messages.Button;

namespace Bot.Discord.Tests.Receiving.Http;

/// <summary>The answers to interactions that were accepted.</summary>
public class HttpInteractionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_command_is_answered_in_the_callback_and_only_for_who_asked()
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http);

        var asked = await bench.Discord.People.CommandAsync("funding", Values("xAI"));
        await asked.AnsweredAsync(Bench.Deadline, Cancellation);

        Assert.Null(asked.Failure);
        Assert.Equal((CallbackType.Message, 200), (asked.Response!.Value, asked.Endpoint!.Status));
        Assert.Contains("funding xAI", asked.Text, StringComparison.Ordinal);
        Assert.True(asked.Original!.Flags.HasFlag(MessageFlags.Ephemeral));
        Assert.True(bench.Handled.TryPeek(out var call));
        Assert.Equal((Chat.Locale.Japanese, "読者"), (call.Locale, call.UserName));
    }

    [Fact]
    public async Task E6_A_slow_answer_is_deferred_in_time_and_takes_its_place()
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http, time: Bench.ShortOfPatience);
        var gate = new TaskCompletionSource();
        bench.Handler = async call =>
        {
            await gate.Task;
            return Bench.Says($"late {call.Text}");
        };

        var asked = await bench.Discord.People.CommandAsync("funding", Values("xAI"));
        await asked.UntilAsync(one => one.IsThinking, Bench.Deadline, Cancellation);
        Assert.True(asked.Original!.Flags.HasFlag(MessageFlags.Ephemeral));
        gate.SetResult();
        await asked.AnsweredAsync(Bench.Deadline, Cancellation);

        Assert.Contains("late xAI", asked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_answer_comes_in_parts_all_private()
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http);
        bench.Handler = _ => Task.FromResult(Bench.Says(string.Concat(Enumerable.Repeat("とても長い答えです。", 900))));

        var asked = await bench.Discord.People.CommandAsync("funding");
        await asked.UntilAsync(one => one.FollowUps.Count >= 2, Bench.Deadline, Cancellation);

        Assert.Null(asked.Failure);
        Assert.All(asked.FollowUps.Append(asked.Original!), message => Assert.True(message.Flags.HasFlag(MessageFlags.Ephemeral)));
    }

    [Fact]
    public async Task A_button_answers_from_its_own_briefing_and_a_shared_answer_names_who_shared_and_pings_nobody()
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http);
        bench.Handler = call =>
            Task.FromResult(
                Bench.Says(
                    $"{call.Text} {call.Date} @everyone <@{DefaultIds.Owner}>",
                    new Button("Day", "funding", "xAI", "us-ai", new DateOnly(2026, 1, 6))
                )
            );
        var asked = await bench.Discord.People.CommandAsync("funding", Values("xAI"));
        await asked.AnsweredAsync(Bench.Deadline, Cancellation);
        var codes = Codes(asked.Original!);
        Assert.Equal(2, codes.Count);

        var day = await bench.Discord.People.ClickAsync(asked.Original!.Id, codes[1]);
        await day.AnsweredAsync(Bench.Deadline, Cancellation);
        Assert.True(day.Original!.Flags.HasFlag(MessageFlags.Ephemeral));
        Assert.Equal(new DateOnly(2026, 1, 6), bench.Handled.Last().Date);

        var shared = await bench.Discord.People.ClickAsync(asked.Original!.Id, codes[0]);
        await shared.AnsweredAsync(Bench.Deadline, Cancellation);
        Assert.False(shared.Original!.Flags.HasFlag(MessageFlags.Ephemeral));
        Assert.Contains("読者さんが共有・/funding xAI", shared.Text, StringComparison.Ordinal);
        Assert.Null(shared.Original.Pings.Names);
        Assert.Contains(bench.Discord.World.TextChannel.Messages.Values, message => message.Id == shared.Original.Id);
    }

    [Fact]
    public async Task What_fails_while_it_is_shared_is_said_to_who_pressed_alone()
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http);
        var asked = await bench.Discord.People.CommandAsync("funding", Values("xAI"));
        await asked.AnsweredAsync(Bench.Deadline, Cancellation);
        bench.Handler = _ => throw new InvalidOperationException("no");

        var shared = await bench.Discord.People.ClickAsync(asked.Original!.Id, Codes(asked.Original!)[0]);
        await shared.AnsweredAsync(Bench.Deadline, Cancellation);

        Assert.True(shared.Original!.Flags.HasFlag(MessageFlags.Ephemeral));
        Assert.Empty(bench.Discord.World.TextChannel.Messages);
    }

    [Fact]
    public async Task Values_are_offered_while_typing_at_most_25_and_none_that_Discord_refuses()
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http);
        bench.Suggest = (typed, _) =>
            Task.FromResult<IReadOnlyList<ArgumentSuggestion>>([
                new(new string('v', 101), "too long"),
                .. Enumerable.Range(0, 40).Select(i => new ArgumentSuggestion($"{typed}{i}", new string('長', 150))),
            ]);

        var typing = await bench.Discord.People.AutocompleteAsync("funding", "company", "xa");
        await typing.AnsweredAsync(Bench.Deadline, Cancellation);

        Assert.Null(typing.Failure);
        var choices = typing.ResponseData!["choices"]!.AsArray();
        Assert.Equal((25, "xa0"), (choices.Count, choices[0]!["value"]!.ToString()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task E6_Typing_is_answered_in_time_whatever_the_archive_does(bool hangs)
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http);
        bench.Suggest = hangs
            ? (_, _) => new TaskCompletionSource<IReadOnlyList<ArgumentSuggestion>>().Task
            : (_, _) => throw new InvalidOperationException("no");

        var typing = await bench.Discord.People.AutocompleteAsync("funding", "company", "xa");
        await typing.AnsweredAsync(Bench.Deadline, Cancellation);

        Assert.Null(typing.Failure);
        Assert.Empty(typing.ResponseData!["choices"]!.AsArray());
    }

    [Fact]
    public async Task E7_An_interaction_that_Discord_has_given_up_is_dropped_without_a_loop()
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http);
        var gate = new TaskCompletionSource();
        bench.Handler = async _ =>
        {
            await gate.Task;
            return Bench.Says("late");
        };

        // Discord knows no interaction with this id: the callback is refused with 10062.
        var answer = await bench.Discord.People.PostAsync(Bytes(Samples.Command("funding")), cancellationToken: Cancellation);
        Assert.Equal(202, answer.Status);
        await bench.Discord.Log.WaitForAsync(
            entry => entry.Operation == "callback" && entry.Kind == Bot.Emulators.Log.LogKind.Refused,
            Bench.Deadline,
            Cancellation
        );
        gate.SetResult();
        await bench.StopAsync();

        Assert.Single(bench.Discord.Log.All, entry => entry is { Operation: "callback", Kind: Bot.Emulators.Log.LogKind.Asked });
        Assert.DoesNotContain(bench.Discord.Log.All, entry => entry.Operation is "edit-reply" or "follow-up");
        Assert.Contains("was dropped: Discord said 404 (10062)", bench.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("tok-cmd", bench.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task E8_Ones_flood_is_answered_politely_and_nobody_elses_question_suffers()
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http, perMinute: 1);
        var first = await bench.Discord.People.CommandAsync("funding", Values("first"));
        await first.AnsweredAsync(Bench.Deadline, Cancellation);

        var refused = await bench.Discord.People.CommandAsync("funding", Values("second"));
        var other = await bench.Discord.People.CommandAsync("funding", Values("mine"), new Doing(DefaultIds.Owner));
        await refused.AnsweredAsync(Bench.Deadline, Cancellation);
        await other.AnsweredAsync(Bench.Deadline, Cancellation);

        Assert.Contains("質問が続いています", refused.Text, StringComparison.Ordinal);
        Assert.Contains("mine", other.Text, StringComparison.Ordinal);
        Assert.Equal(["first", "mine"], bench.Handled.Select(call => call.Text));
    }

    [Fact]
    public async Task F8_No_log_line_holds_what_was_asked_or_a_secret()
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http);
        var asked = await bench.Discord.People.CommandAsync("funding", Values("pasted-secret"));
        await asked.AnsweredAsync(Bench.Deadline, Cancellation);
        bench.Handler = _ => throw new InvalidOperationException("broken");
        await (await bench.Discord.People.CommandAsync("funding", Values("another-pasted-secret"))).AnsweredAsync(
            Bench.Deadline,
            Cancellation
        );
        await bench.Discord.People.PostAsync(
            Bytes(Samples.Command("watch", ("company", "pasted-secret"))),
            BadSignature.OtherKey,
            cancellationToken: Cancellation
        );
        await bench.Discord.People.PostAsync(
            Bytes(Samples.Command("fundin", ("company", "pasted-secret"))),
            cancellationToken: Cancellation
        );

        Assert.Contains("broken", bench.Log, StringComparison.Ordinal);
        Assert.All(
            new[] { "pasted-secret", Bench.Token, "tok-cmd", asked.Token },
            secret => Assert.DoesNotContain(secret, bench.Log, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(5)]
    [InlineData(3)]
    [InlineData(99)]
    public async Task E12_A_form_a_strange_button_or_a_new_type_gets_a_polite_answer(int type)
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http);
        var body = type switch
        {
            5 => Samples.Modal(),
            3 => Samples.Button("sec:3"),
            _ => Samples.Of(99, new JsonObject()).ToJsonString(),
        };

        var answer = await bench.Discord.People.PostAsync(Bytes(body), cancellationToken: Cancellation);

        Assert.Equal((200, "4"), (answer.Status, answer.Json!["type"]!.ToString()));
        Assert.Contains("別の版", answer.Body, StringComparison.Ordinal);
        Assert.Equal(
            "64",
            (answer.Json!["data"]!["flags"]!.GetValue<int>() & 64).ToString(System.Globalization.CultureInfo.InvariantCulture)
        );
    }

    [Fact]
    public async Task E12_A_command_of_another_version_is_answered_with_the_way_on()
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http);

        var answer = await bench.Discord.People.PostAsync(Bytes(Samples.Command("fundin", ("new", "x"))), cancellationToken: Cancellation);

        Assert.Equal(200, answer.Status);
        Assert.Contains("/funding", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task E13_An_admins_command_is_refused_to_others_and_changes_nothing()
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http);
        var node = JsonNode.Parse(Samples.Command("admin"))!;

        var refused = await bench.Discord.People.PostAsync(Bytes(node.ToJsonString()), cancellationToken: Cancellation);
        Assert.Empty(bench.Handled);
        node["id"] = "1456000000000000102";
        node["member"]!["permissions"] = "32";
        var done = await bench.Discord.People.PostAsync(Bytes(node.ToJsonString()), cancellationToken: Cancellation);

        Assert.Equal((200, 200), (refused.Status, done.Status));
        Assert.Single(bench.Handled);
    }

    private static Dictionary<string, string> Values(string company) => new() { ["company"] = company };

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Custom ids of the message's buttons, in order.</summary>
    private static List<string> Codes(Message message) =>
        [.. Flat(message.Components).Select(one => one["custom_id"]?.ToString()).OfType<string>()];

    private static IEnumerable<JsonObject> Flat(JsonNode? node) =>
        node switch
        {
            JsonArray all => all.SelectMany(Flat),
            JsonObject component => new[] { component }.Concat(Flat(component["components"])),
            _ => [],
        };
}
