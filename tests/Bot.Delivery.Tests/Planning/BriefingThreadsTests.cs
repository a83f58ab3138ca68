using Bot.Archive.Saving;
using Bot.Briefings;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Delivery.Planning;
using Bot.Testing.Briefings;
using Markdig;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Delivery.Tests.Planning;

public class BriefingThreadsTests
{
    private static readonly DateOnly Date = new(2026, 1, 6);

    [Fact]
    public void A_stored_briefing_becomes_a_root_and_its_sections()
    {
        var posts = Threads().Compose(Request([]));

        Assert.Equal(PostKey.Root, posts[0].Section);
        Assert.Equal(new BriefingReader().Read(Markdown()).Briefing.Sections.Count, posts.Count - 1);
        Assert.Equal(posts.Count, posts.Select(post => post.Section).Distinct().Count());
    }

    [Fact]
    public void Only_the_sections_subscribed_to_are_there()
    {
        var posts = Threads().Compose(Request([SectionKind.Outlook]));

        Assert.Equal(["root", "outlook"], posts.Select(post => post.Section));
    }

    [Fact]
    public void The_same_request_gives_the_same_messages()
    {
        var (one, other) = (Threads().Compose(Request([])), Threads().Compose(Request([])));

        Assert.Equal(one.Select(post => post.Message.Body.ToHtml()), other.Select(post => post.Message.Body.ToHtml()));
    }

    [Theory]
    [InlineData(Locale.Japanese, "改訂")]
    [InlineData(Locale.English, "revision")]
    public void What_was_withdrawn_is_said_in_the_frames_language(Locale locale, string word) =>
        Assert.Contains(
            word,
            Threads().ComposeWithdrawn(Request([]) with { Locale = locale }, "other-gone").Body.ToHtml(),
            StringComparison.Ordinal
        );

    private static BriefingThreads Threads() =>
        new(
            new BriefingReader(),
            [new Series("us-ai", "US AI", TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"))],
            new FakeTimeProvider(new DateTimeOffset(2026, 1, 6, 6, 0, 0, TimeSpan.Zero))
        );

    private static string Markdown() => new FixtureBriefing { Date = Date }.ToMarkdown();

    private static ThreadRequest Request(IReadOnlyList<SectionKind> sections) =>
        new(
            new StoredDocument(
                new BriefingListing(1, "us-ai", Date, "", 1, "t", false, false, default, default),
                1,
                Markdown(),
                "test",
                default
            ),
            null,
            Locale.Japanese,
            sections
        );
}
