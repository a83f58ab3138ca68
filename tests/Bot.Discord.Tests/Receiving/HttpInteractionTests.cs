using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Chat.Commands;
using Bot.Emulators.Discord.Interactions;
using Bot.Emulators.Discord.World;
using CsCheck;
using Bench = Bot.Discord.Tests.Receiving.ReceivingBench;
using Button = Bot.Chat.Messages.Button;

namespace Bot.Discord.Tests.Receiving;

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
    public async Task The_endpoint_is_one_that_Discord_would_keep()
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http);

        Assert.True(await bench.Discord.People.CheckEndpointAsync(Cancellation));
    }

    [Theory]
    [InlineData(BadSignature.OtherKey)]
    [InlineData(BadSignature.Missing)]
    [InlineData(BadSignature.NoTimestamp)]
    [InlineData(BadSignature.NotHex)]
    [InlineData(BadSignature.TooShort)]
    [InlineData(BadSignature.TamperedBody)]
    [InlineData(BadSignature.TamperedTimestamp)]
    public async Task E1_What_is_not_signed_is_refused_and_nothing_happens(BadSignature bad)
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http);

        var answer = await bench.Discord.People.PostAsync(Bytes(Samples.Command("watch")), bad, cancellationToken: Cancellation);

        Assert.Equal((401, ""), (answer.Status, answer.Body));
        Assert.Empty(bench.Handled);
        Assert.DoesNotContain("hanako", bench.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(600)]
    [InlineData(-600)]
    public async Task E2_An_old_or_future_request_is_refused(int secondsAgo)
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http);

        var answer = await bench.Discord.People.PostAsync(Bytes(Samples.Command("watch")), age: TimeSpan.FromSeconds(secondsAgo), cancellationToken: Cancellation);

        Assert.Equal(401, answer.Status);
        Assert.Empty(bench.Handled);
    }

    [Fact]
    public async Task E2_E5_A_repeated_changing_interaction_acts_once()
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http);
        var body = Bytes(Samples.Command("watch"));

        var first = await bench.Discord.People.PostAsync(body, cancellationToken: Cancellation);
        var second = await bench.Discord.People.PostAsync(body, cancellationToken: Cancellation);

        Assert.Equal((200, 202), (first.Status, second.Status));
        Assert.Single(bench.Handled);
    }

    [Fact]
    public async Task E3_Two_signatures_are_as_bad_as_none()
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http);
        using var http = new HttpClient();
        var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var body = Bytes(Samples.Command("funding"));
        using var request = new HttpRequestMessage(HttpMethod.Post, bench.Address) { Content = new ByteArrayContent(body) };
        var signature = bench.Discord.Signer.Sign(timestamp, body);
        request.Headers.TryAddWithoutValidation("X-Signature-Ed25519", new[] { signature, signature });
        request.Headers.TryAddWithoutValidation("X-Signature-Timestamp", timestamp);

        using var response = await http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task E3_A_chunked_body_is_verified_as_it_came()
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http);

        Assert.Equal(HttpStatusCode.OK, await PostChunkedAsync(bench, Bytes(Samples.Command("funding"))));
    }

    [Fact]
    public async Task E4_A_body_that_is_too_large_is_refused_with_or_without_its_length()
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http);
        var large = Bytes(Samples.Command("funding", ("company", new string('x', 200 * 1024))));

        Assert.Equal(413, (await bench.Discord.People.PostAsync(large, cancellationToken: Cancellation)).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostChunkedAsync(bench, large));
        Assert.Empty(bench.Handled);
    }

    [Fact]
    public async Task E4_A_body_that_does_not_come_is_not_waited_for()
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http);
        using var client = new TcpClient();
        await client.ConnectAsync(bench.Address.Host, bench.Address.Port, Cancellation);
        await using var stream = client.GetStream();
        var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        await stream.WriteAsync(Bytes($"POST /discord/interactions HTTP/1.1\r\nHost: x\r\nX-Signature-Ed25519: {new string('0', 128)}\r\nX-Signature-Timestamp: {timestamp}\r\nContent-Length: 100\r\n\r\n{{"), Cancellation);

        using var reader = new StreamReader(stream);
        var status = await reader.ReadLineAsync(Cancellation).AsTask().WaitAsync(Bench.Deadline, Cancellation);

        Assert.Contains(" 408", status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task E4_A_depth_bomb_is_a_bad_request()
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http);

        var answer = await bench.Discord.People.PostAsync(Bytes("""{"type":2,"id":"1","x":""" + new string('[', 30_000) + "}"), cancellationToken: Cancellation);

        Assert.Equal(400, answer.Status);
    }

    [Fact]
    public async Task E6_A_slow_answer_is_deferred_in_time_and_takes_its_place()
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http);
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
        bench.Handler = call => Task.FromResult(Bench.Says($"{call.Text} {call.Date} @everyone <@{DefaultIds.Owner}>", new Button("Day", "funding", "xAI", "us-ai", new DateOnly(2026, 1, 6))));
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
        bench.Suggest = (typed, _) => Task.FromResult<IReadOnlyList<ArgumentSuggestion>>(
            [new(new string('v', 101), "too long"), .. Enumerable.Range(0, 40).Select(i => new ArgumentSuggestion($"{typed}{i}", new string('長', 150)))]);

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
        bench.Suggest = hangs ? (_, _) => new TaskCompletionSource<IReadOnlyList<ArgumentSuggestion>>().Task : (_, _) => throw new InvalidOperationException("no");

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

        // Discord knows no interaction of this id: the callback is refused with 10062.
        var answer = await bench.Discord.People.PostAsync(Bytes(Samples.Command("funding")), cancellationToken: Cancellation);
        Assert.Equal(202, answer.Status);
        await bench.Discord.Log.WaitForAsync(entry => entry.Operation == "callback" && entry.Kind == Bot.Emulators.Log.LogKind.Refused, Bench.Deadline, Cancellation);
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
        await (await bench.Discord.People.CommandAsync("funding", Values("another-pasted-secret"))).AnsweredAsync(Bench.Deadline, Cancellation);
        await bench.Discord.People.PostAsync(Bytes(Samples.Command("watch", ("company", "pasted-secret"))), BadSignature.OtherKey, cancellationToken: Cancellation);
        await bench.Discord.People.PostAsync(Bytes(Samples.Command("fundin", ("company", "pasted-secret"))), cancellationToken: Cancellation);

        Assert.Contains("broken", bench.Log, StringComparison.Ordinal);
        Assert.All(
            new[] { "pasted-secret", Bench.Token, "tok-cmd", asked.Token },
            secret => Assert.DoesNotContain(secret, bench.Log, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(3)]
    [InlineData(99)]
    public async Task E12_A_form_a_strange_button_or_a_new_type_gets_a_polite_answer(int type)
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http);
        var body = type switch { 5 => Samples.Modal(), 3 => Samples.Button("sec:3"), _ => Samples.Of(99, new JsonObject()).ToJsonString() };

        var answer = await bench.Discord.People.PostAsync(Bytes(body), cancellationToken: Cancellation);

        Assert.Equal((200, "4"), (answer.Status, answer.Json!["type"]!.ToString()));
        Assert.Contains("別の版", answer.Body, StringComparison.Ordinal);
        Assert.Equal("64", (answer.Json!["data"]!["flags"]!.GetValue<int>() & 64).ToString(System.Globalization.CultureInfo.InvariantCulture));
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

    [Fact]
    public async Task Fuzz_random_interactions_never_end_in_a_server_error_and_leak_nothing()
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http);
        var samples = new[] { Samples.Command("funding", ("company", "xAI")), Samples.Autocomplete("funding", "company", "x"), Samples.Button("1a|funding|us-ai|20260106|xai"), Samples.Modal() };
        var bodies = Gen.Select(Gen.OneOf(samples), Gen.Select(Gen.Int[0, 1200], Gen.Char).Array[0, 6], (sample, changes) =>
        {
            var text = new StringBuilder(sample);
            foreach (var (at, letter) in changes)
            {
                text[at % text.Length] = letter;
            }

            return Encoding.UTF8.GetBytes(text.ToString());
        });
        var sent = new List<byte[]>();
        bodies.Sample(sent.Add, iter: 200, threads: 1);
        foreach (var body in sent)
        {
            var answer = await bench.Discord.People.PostAsync(body, cancellationToken: Cancellation);
            Assert.True(answer.Status is > 0 and < 500, $"{answer.Status} for {Encoding.UTF8.GetString(body)}");
        }

        Assert.DoesNotContain(Bench.Token, bench.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("tok-cmd", bench.Log, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Values(string company) => new() { ["company"] = company };

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Custom ids of the message's buttons, in order.</summary>
    private static List<string> Codes(Message message) => [.. Flat(message.Components).Select(one => one["custom_id"]?.ToString()).OfType<string>()];

    private static IEnumerable<JsonObject> Flat(JsonNode? node) => node switch
    {
        JsonArray all => all.SelectMany(Flat),
        JsonObject component => new[] { component }.Concat(Flat(component["components"])),
        _ => [],
    };

    private static async Task<HttpStatusCode> PostChunkedAsync(Bench bench, byte[] body)
    {
        using var http = new HttpClient();
        var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, bench.Address) { Content = new ByteArrayContent(body) };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.TryAddWithoutValidation("X-Signature-Ed25519", bench.Discord.Signer.Sign(timestamp, body));
        request.Headers.TryAddWithoutValidation("X-Signature-Timestamp", timestamp);
        using var response = await http.SendAsync(request, Cancellation);
        return response.StatusCode;
    }
}
