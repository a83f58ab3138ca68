using System.Text.RegularExpressions;
using Bot.Chat.Platforms;
using Bot.Discord.Api;
using Bot.Discord.Rendering;
using Bot.Discord.Tests.Sending;
using Bot.Emulators.Discord.Limits;
using Bot.Emulators.Log;
using Bot.Testing.Briefings;

namespace Bot.Discord.Tests.Rendering;

/// <summary>Rows F1 to F6: a briefing's text tries to act, to mislead, or to break what shows it.</summary>
public sealed partial class HostileContentTests
{
    public static TheoryData<string> Malformed => [.. HostileBriefings.Malformed.Keys];

    public static TheoryData<string> Sparse => [.. HostileBriefings.Sparse.Keys];

    [Fact]
    public async Task F1_A_mention_anywhere_in_a_briefing_notifies_nobody_and_is_still_read()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        desk.Server.Buckets.Global = null;
        desk.Server.Buckets.Set("send", BucketLimit.Of(1000, 1));
        desk.Server.Buckets.Set("start-thread", BucketLimit.Of(1000, 1));
        foreach (var mention in HostileBriefings.Mentions)
        {
            string? thread = null;
            foreach (var message in Rendered(HostileBriefings.Everywhere(mention)))
            {
                Assert.All(Compose.TextsOf(message), text => Assert.False(AnyMarkdownTests.Acts(text), text));
                var sent = Assert.IsType<SendOutcome.Sent>(
                    await desk.SendAsync(desk.Request(thread) with { Payload = message.ToPayload() })
                );
                thread ??= sent.ThreadId;
            }
        }

        var posted = desk.Logged(LogKind.Accepted);
        Assert.True(posted.Count > 5 * HostileBriefings.Mentions.Count);
        Assert.All(posted, entry => Assert.True(entry.Pings is null or { Count: 0 }));
        Assert.All(
            Rendered(HostileBriefings.Everywhere("@everyone")).Skip(1).SkipLast(1),
            message => Assert.Contains("everyone", string.Concat(Compose.TextsOf(message)), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task F1_The_name_of_a_thread_mentions_nobody()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        foreach (var mention in HostileBriefings.Mentions)
        {
            var root = Rendered(HostileBriefings.Everywhere(mention)).First();
            Assert.InRange(root.ThreadName!.Length, 1, DiscordLimits.ThreadName);
        }

        await desk.SendAsync(desk.Request() with { Payload = Rendered(HostileBriefings.Everywhere("@everyone")).First().ToPayload() });
        Assert.All(desk.Server.Log.All, entry => Assert.True(entry.Pings is null or { Count: 0 }));
    }

    [Fact]
    public void F2_A_link_leads_over_the_web_or_is_text()
    {
        foreach (var scheme in HostileBriefings.Schemes)
        {
            var texts = Rendered(HostileBriefings.Everywhere($"[港]({scheme}) <{scheme}> ![印]({scheme})"))
                .SelectMany(Compose.TextsOf)
                .Select(AnyMarkdownTests.OutsideCode)
                .ToList();

            Assert.All(texts.SelectMany(Targets), target => Assert.Matches("^https?://[^/]", target));
            Assert.DoesNotContain(texts, text => Bare().IsMatch(text));
        }
    }

    [Theory]
    [InlineData("[https://bank.example/login](https://evil.example/x)")]
    [InlineData("[bank.example](https://evil.example/x)")]
    [InlineData("[港](https://evil.example/x|https://bank.example/)")]
    [InlineData("[港](https://evil.example/x>x<https://bank.example/)")]
    [InlineData("![bank.example](https://evil.example/pixel.png)")]
    public void F2_A_label_that_looks_like_another_address_says_where_it_leads(string markdown)
    {
        foreach (
            var text in Rendered(HostileBriefings.Everywhere(markdown)).SelectMany(Compose.TextsOf).Select(AnyMarkdownTests.OutsideCode)
        )
        {
            Assert.DoesNotContain(Targets(text), target => target.StartsWith("https://bank.example", StringComparison.Ordinal));
            Assert.DoesNotContain("[bank.example](", text, StringComparison.Ordinal);
            Assert.DoesNotContain("bank.example/login](", text, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Malformed))]
    public void F3_Malformed_Markdown_is_shown_as_well_as_it_can_be(string name)
    {
        var parts = Rendered(
                $"# 朝刊 2026年3月4日：見出し\n\n要旨です。\n\n## 港\n\n前です。\n\n{HostileBriefings.Malformed[name]}\n\n## 展望\n\nあとです。\n"
            )
            .ToList();

        Assert.All(parts, AnyMarkdownTests.Passes);
        var said = string.Concat(parts.SelectMany(Compose.TextsOf));
        Assert.Contains("前です。", said, StringComparison.Ordinal);
        Assert.Contains("あとです。", said, StringComparison.Ordinal);
        Assert.All(parts.SelectMany(Compose.TextsOf), text => Assert.False(AnyMarkdownTests.Acts(text), text));
    }

    [Theory, MemberData(nameof(Sparse))]
    public void F6_A_briefing_with_little_in_it_makes_no_empty_post(string name)
    {
        var parts = Rendered(HostileBriefings.Sparse[name]).ToList();

        Assert.NotEmpty(parts);
        Assert.All(parts, AnyMarkdownTests.Passes);
        Assert.All(parts, part => Assert.Contains(string.Concat(Compose.TextsOf(part)), char.IsLetterOrDigit));
    }

    private static IEnumerable<DiscordMessage> Rendered(string markdown) => Compose.Messages(markdown).SelectMany(DiscordRenderer.Render);

    private static IEnumerable<string> Targets(string text) => Links().Matches(text).Select(match => match.Groups["target"].Value);

    /// <summary>What a client follows: in angle brackets, after a label or alone.</summary>
    [GeneratedRegex(@"(?<!\\)<(?<target>[A-Za-z][A-Za-z0-9+.-]*:[^>\s]*)>")]
    private static partial Regex Links();

    /// <summary>An address outside angle brackets, which a client would link and preview.</summary>
    [GeneratedRegex(@"(?<![<\\\w(/])https?://\w")]
    private static partial Regex Bare();
}
