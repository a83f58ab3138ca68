using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Chat.Platforms;
using Bot.Emulators.Log;
using Bot.Slack.Rendering;
using Bot.Slack.Tests.Infrastructure;
using Bot.Testing.Briefings;

namespace Bot.Slack.Tests.Rendering;

/// <summary>Rows F1 to F6: a briefing's text tries to act, to mislead, or to break what shows it.</summary>
public sealed partial class HostileContentTests
{
    public static TheoryData<string> Malformed => [.. HostileBriefings.Malformed.Keys];

    public static TheoryData<string> Sparse => [.. HostileBriefings.Sparse.Keys];

    [Fact]
    public async Task F1_A_mention_anywhere_in_a_briefing_notifies_nobody_and_is_still_read()
    {
        await using var bench = await SlackBench.StartAsync();
        foreach (var mention in HostileBriefings.Mentions)
        {
            string? thread = null;
            foreach (var payload in Payloads(HostileBriefings.Everywhere(mention)))
            {
                Assert.True(SlackRules.Broken(payload) is [], mention);
                var sent = Assert.IsType<SendOutcome.Sent>(await bench.SendAsync(SlackBench.Request("root", payload, thread)));
                thread ??= sent.ThreadId;
            }
        }

        var posted = bench.Server.Log.All.Where(entry => entry.Kind == LogKind.Accepted).ToList();
        Assert.True(posted.Count > 5 * HostileBriefings.Mentions.Count);
        Assert.All(posted, entry => Assert.Null(entry.Pings));
        Assert.All(
            Payloads(HostileBriefings.Everywhere("@everyone")).Skip(1).SkipLast(1),
            payload => Assert.Contains("everyone", SlackRules.Words(payload), StringComparison.Ordinal)
        );
    }

    [Fact]
    public void F2_A_link_leads_over_the_web_or_is_text()
    {
        foreach (var scheme in HostileBriefings.Schemes)
        {
            var payloads = Payloads(HostileBriefings.Everywhere($"[港]({scheme}) <{scheme}> ![印]({scheme})")).ToList();

            Assert.All(payloads, payload => Assert.Empty(SlackRules.Broken(payload)));
            Assert.All(payloads.SelectMany(Targets), target => Assert.Matches("^(https?://[^/]|mailto:)", target));
        }
    }

    [Theory]
    [InlineData("[https://bank.example/login](https://evil.example/x)", "evil.example")]
    [InlineData("[bank.example](https://evil.example/x)", "evil.example")]
    [InlineData("[港](https://a.example/x|https://bank.example/)", null)]
    [InlineData("[港](https://a.example/x>x<https://bank.example/)", null)]
    [InlineData("![印](https://beacon.example/pixel.png)", null)]
    public void F2_A_label_that_looks_like_another_address_says_where_it_leads(string markdown, string? host)
    {
        foreach (var payload in Payloads(HostileBriefings.Everywhere(markdown)))
        {
            Assert.Empty(SlackRules.Broken(payload));
            Assert.DoesNotContain("\"type\":\"image\"", payload, StringComparison.Ordinal);
            Assert.DoesNotContain(Targets(payload), target => target.StartsWith("https://bank.example", StringComparison.Ordinal));
            if (host is not null && Targets(payload).Any(target => target.Contains(host, StringComparison.Ordinal)))
            {
                Assert.Contains($"({host})", SlackRules.Words(payload), StringComparison.Ordinal);
            }
        }
    }

    [Theory, MemberData(nameof(Malformed))]
    public void F3_Malformed_Markdown_is_shown_as_well_as_it_can_be(string name)
    {
        var payloads = Payloads(
                $"# 朝刊 2026年3月4日：見出し\n\n要旨です。\n\n## 港\n\n前です。\n\n{HostileBriefings.Malformed[name]}\n\n## 展望\n\nあとです。\n"
            )
            .ToList();

        Assert.All(payloads, payload => Assert.Empty(SlackRules.Broken(payload)));
        Assert.Contains("前です。", string.Concat(payloads.Select(SlackRules.Words)), StringComparison.Ordinal);
        Assert.Contains("あとです。", string.Concat(payloads.Select(SlackRules.Words)), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Sparse))]
    public void F6_A_briefing_with_little_in_it_makes_no_empty_post(string name)
    {
        var payloads = Payloads(HostileBriefings.Sparse[name]).ToList();

        Assert.NotEmpty(payloads);
        Assert.All(payloads, payload => Assert.Empty(SlackRules.Broken(payload)));
        Assert.All(payloads, payload => Assert.Contains(SlackRules.Words(payload), char.IsLetterOrDigit));
    }

    private static IEnumerable<string> Payloads(string markdown) =>
        Compose.Messages(Compose.Thread(markdown)).SelectMany(message => SlackRenderer.Render(message.Message));

    /// <summary>Everything that a payload links to, in rich text and in mrkdwn.</summary>
    private static IEnumerable<string> Targets(string payload)
    {
        using var json = JsonDocument.Parse(payload);
        return [.. Walk(json.RootElement)];

        static IEnumerable<string> Walk(JsonElement element) =>
            element.ValueKind switch
            {
                JsonValueKind.Array => element.EnumerateArray().SelectMany(Walk),
                JsonValueKind.Object => element
                    .EnumerateObject()
                    .SelectMany(property =>
                        property switch
                        {
                            { Name: "url", Value.ValueKind: JsonValueKind.String } => [property.Value.GetString()!],
                            { Name: "text", Value.ValueKind: JsonValueKind.String }
                                when element.TryGetProperty("type", out var type) && type.GetString() == "mrkdwn" => Links()
                                .Matches(property.Value.GetString()!)
                                .Select(match => match.Groups["target"].Value),
                            _ => Walk(property.Value),
                        }
                    ),
                _ => [],
            };
    }

    [GeneratedRegex("<(?<target>[^|>]*)[|>]")]
    private static partial Regex Links();
}
