using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Bot.Chat;
using Bot.Emulators.Slack;
using Bot.Emulators.Slack.Interactions;
using Bot.Emulators.Slack.Outbound;
using Bot.Tests.Infrastructure;

namespace Bot.Tests.Serving.Telemetry;

[Collection(OneHostCollection.Name)]
public sealed class TracingTests : IDisposable
{
    private const string Publisher = "91b7aa48365f2c9a7be1d0";

    private readonly Bench _bench = new();
    private readonly Spans _spans;

    public TracingTests() => _spans = Spans.Of(_bench);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_briefing_is_one_trace_from_intake_to_the_last_post_and_its_revision_continues_it()
    {
        // With an inbox there is no sample briefing.
        Directory.CreateDirectory(Path.Combine(_bench.Folder, "inbox"));
        _bench.Set("Intake:ApiTokens:publisher", Publisher).Set("Intake:Inbox", "inbox").Set("Delivery:CorrectionWait", "00:00:01");
        await using var bot = await RunningBot.StartAsync(_bench);

        await PostAsync(bot, Markdown.OfToday());
        var first = await _spans.UntilAsync(IsDelivered, Cancel);
        await PostAsync(bot, Markdown.OfToday("港の荷役を学んだ機械"));
        var all = await _spans.UntilAsync(
            spans => spans.Any(span => span.OperationName == "post" && span.GetTagItem("bot.post.kind") is "edit"),
            Cancel
        );

        var intake = first.Single(span => span.OperationName == "intake" && span.GetTagItem("bot.origin") is "api");
        var day = (string)intake.GetTagItem("bot.day")!;
        Assert.Equal(BriefingTrace.IdOf(new BriefingKey("us-ai", DateOnly.Parse(day, null))), intake.TraceId);
        Assert.All(all.Where(span => day.Equals(span.GetTagItem("bot.day"))), span => Assert.Equal(intake.TraceId, span.TraceId));
        Assert.All(
            first.Where(span => span.OperationName == "plan" && span.TraceId == intake.TraceId),
            plan => Assert.Equal(intake.SpanId, plan.ParentSpanId)
        );
        Assert.All(
            first.Where(span => span.OperationName == "post" && span.TraceId == intake.TraceId),
            post => Assert.Equal("deliver", first.Single(span => span.SpanId == post.ParentSpanId).OperationName)
        );
        Assert.Contains(first, span => span.OperationName == "post" && span.GetTagItem("bot.post.state") is "sent");
        // The request that brought the document has a trace of its own, and is linked.
        var request = first.First(span =>
            span.Source.Name == "Microsoft.AspNetCore" && span.DisplayName.Contains("briefings", StringComparison.Ordinal)
        );
        Assert.NotEqual(request.TraceId, intake.TraceId);
        Assert.Equal(request.TraceId, intake.Links.Single().Context.TraceId);
    }

    [Fact]
    public async Task A_question_is_one_trace_from_the_platforms_request_to_its_answer()
    {
        await using var slack = await SlackServer.StartAsync();
        slack.Bot.Deadline = Bench.Patience;
        _bench
            .Set("Slack:BotToken", SlackServer.FirstToken)
            .Set("Slack:SigningSecret", slack.World.App.SigningSecret)
            .Set("Slack:ApiBaseUrl", slack.ApiAddress.ToString());
        await using var bot = await RunningBot.StartAsync(_bench);
        slack.Urls = RequestUrls.Under(bot.Http.BaseAddress!);

        var asked = await slack.People.TypeAsync(new SlashCommand("/funding", "xai"), SignatureKind.Good, Cancel);

        Assert.True(asked.Sent.IsOk);
        var spans = await _spans.UntilAsync(
            all =>
                all.Any(span => span.OperationName == "answer funding")
                && all.Any(span => span.DisplayName.Contains("/slack/commands", StringComparison.Ordinal)),
            Cancel
        );
        var answer = spans.Single(span => span.OperationName == "answer funding");
        var request = spans.First(span => span.DisplayName.Contains("/slack/commands", StringComparison.Ordinal));
        Assert.Equal((request.TraceId, request.SpanId), (answer.TraceId, answer.ParentSpanId));
        Assert.Equal("answered", answer.GetTagItem("bot.outcome"));
    }

    [Fact]
    public async Task What_supervisors_ask_is_no_trace()
    {
        await using var bot = await RunningBot.StartAsync(_bench);

        await bot.Http.GetStringAsync("/health/live", Cancel);
        await bot.Http.GetStringAsync("/metrics", Cancel);
        await bot.Http.GetStringAsync("/", Cancel);

        var spans = await _spans.UntilAsync(all => all.Any(span => span.DisplayName.StartsWith("GET", StringComparison.Ordinal)), Cancel);
        Assert.DoesNotContain(spans, span => span.GetTagItem("url.path") is "/health/live" or "/metrics");
    }

    private static bool IsDelivered(IReadOnlyList<Activity> spans) =>
        spans.LastOrDefault(span => span.OperationName == "deliver") is { } deliver
        && spans.Count(span => span.OperationName == "post" && span.GetTagItem("bot.post.state") is "sent") > 3
        && spans.Any(span => span.SpanId == deliver.SpanId && spans.Any(post => post.ParentSpanId == deliver.SpanId));

    private static async Task PostAsync(RunningBot bot, string markdown)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/briefings")
        {
            Content = new StringContent(markdown, Encoding.UTF8, "text/markdown"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Publisher);
        using var response = await bot.Http.SendAsync(request, Cancel);
        Assert.True(response.IsSuccessStatusCode);
    }
}
