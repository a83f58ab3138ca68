using Bot.Briefings.Model;

namespace Bot.Briefings.Tests.References;

public sealed class ReferenceTests
{
    private const string Url = "https://a.example/b";

    [Theory]
    [InlineData("[1] Wire. (2026, January 5). *One*. https://a.example/b", 1, "Wire", "2026-01-05", "One")]
    [InlineData("［１］ Wire（2026年1月5日）『One』 https://a.example/b", 1, "Wire", "2026-01-05", "One")]
    [InlineData("1. [One](https://a.example/b) - Wire, 2026年1月5日", 1, "Wire", "2026-01-05", "One")]
    [InlineData("- [1] Wire「One」(2026-01-05) https://a.example/b", 1, "Wire", "2026-01-05", "One")]
    [InlineData("- Wire. (2026, January). *One*. <https://a.example/b>", null, "Wire", "2026-01", "One")]
    [InlineData("[1] **Wire**, *One*, 2026, https://a.example/b", 1, "Wire", "2026", "One")]
    [InlineData("[1] Wire. (2026, January 5). One of many. https://a.example/b", 1, "Wire", "2026-01-05", "One of many")]
    [InlineData("[1] Wire. (2026, January 5). \"A *new* thing\". https://a.example/b", 1, "Wire", "2026-01-05", "A new thing")]
    [InlineData("[1] “One,” *Wire*, 5 January 2026. https://a.example/b", 1, "Wire", "2026-01-05", "One,")]
    [InlineData("[1] Wire. (2026, January 5). *Say \"yes\" now*. https://a.example/b", 1, "Wire", "2026-01-05", "Say \"yes\" now")]
    [InlineData("[1](https://a.example/b) Wire. (2026-01-05). *One*.", 1, "Wire", "2026-01-05", "One")]
    [InlineData("[1] Wire: One, 2026-01-05, https://a.example/b", 1, "Wire", "2026-01-05", "One")]
    [InlineData("[1] Wire. (n.d.). *One*. https://a.example/b", 1, "Wire", null, "One")]
    [InlineData("[1] (2026, January 5). *One*. https://a.example/b", 1, null, "2026-01-05", "One")]
    [InlineData("[1] Wire. (2026, January 5). https://a.example/b", 1, "Wire", "2026-01-05", null)]
    public void An_entry_is_taken_apart(string entry, int? number, string? publisher, string? date, string? title)
    {
        var reference = Assert.Single(Read(entry));

        Assert.Equal(
            (number, publisher, date, title?.TrimEnd(','), Url),
            (reference.Number, reference.Publisher, reference.Date, reference.Title, reference.Url)
        );
    }

    [Theory]
    [InlineData("https://a.example/a_b_c", "https://a.example/a_b_c")]
    [InlineData("https://a.example/x?a=1&amp;b=2", "https://a.example/x?a=1&b=2")]
    [InlineData("https://a.example/日本。", "https://a.example/日本")]
    [InlineData("https://a.example/x_(y).", "https://a.example/x_(y)")]
    [InlineData("(https://a.example/x)", "https://a.example/x")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("ftp://a.example/x", null)]
    [InlineData("mailto:a@b.example", null)]
    public void An_address_is_kept_as_written(string written, string? url) =>
        Assert.Equal(url, Assert.Single(Read("[1] Wire. (2026). *One*. " + written)).Url);

    [Fact]
    public void Lines_of_a_paragraph_are_entries_of_their_own_and_prose_is_none() =>
        Assert.Equal(
            [1, 2],
            Read("以下を参照しました。\n\n[1] Wire. (2026). *One*. https://a.example/1\n[2] Wire. (2026). *Two*.\nhttps://a.example/2")
                .Select(reference => reference.Number)
        );

    [Fact]
    public void An_entry_is_kept_whole_as_text() =>
        Assert.Equal("Nobody knows, but look", Assert.Single(Read("- Nobody *knows*, but [look](https://a.example)")).Text);

    private static IReadOnlyList<Reference> Read(string entries) =>
        new BriefingReader().Read("## 参考文献\n\n" + entries + "\n").Briefing.References;
}
