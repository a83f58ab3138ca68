using CsCheck;

namespace Bot.Posts.Tests;

/// <summary>What a post may link to. The fast path for common addresses must not accept more than the parser does.</summary>
public sealed class SafeUrlTests
{
    [Theory]
    [InlineData("https://example.org/a?b=1#c")]
    [InlineData("HTTP://EXAMPLE.ORG")]
    [InlineData("https://example.org:8443/x")]
    [InlineData("https://[2001:db8::1]/x")]
    [InlineData("https://例え.jp/資料")]
    [InlineData("mailto:a@example.org")]
    public void An_address_for_people_is_kept_as_it_stands(string url) => Assert.Equal(url, SafeUrl.Of($" {url} "));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("https://")]
    [InlineData("https:///path")]
    [InlineData("https://a b/")]
    [InlineData("https://exa\u0001mple.org/")]
    [InlineData("example.org/a")]
    [InlineData("/a")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_is_no_address(string? url) => Assert.Null(SafeUrl.Of(url));

    [Fact]
    public void An_address_has_at_most_2000_characters()
    {
        var longest = "https://example.org/" + new string('a', 1980);

        Assert.Equal(longest, SafeUrl.Of(longest));
        Assert.Null(SafeUrl.Of(longest + "a"));
    }

    /// <summary>Anything accepted is also an absolute http(s) or mailto address to .NET's own parser.</summary>
    [Fact]
    public void What_is_kept_is_well_formed()
    {
        var part = Gen.Char["aZ09-._~:/?#[]@!$&'()*+,;=% \\|<>\"{}^`é漢\t"].Array[0, 12].Select(characters => new string(characters));
        Gen.Select(
                Gen.OneOf(
                    Array.ConvertAll<string, IGen<string>>(
                        ["https://", "http://", "HTTPS://", "https:/", "mailto:", "ftp://", ""],
                        Gen.Const
                    )
                ),
                part,
                part
            )
            .Sample(
                (scheme, host, rest) =>
                {
                    var kept = SafeUrl.Of(scheme + host + "/" + rest);
                    return kept is null
                        || (
                            Uri.TryCreate(kept, UriKind.Absolute, out var uri)
                            && (uri.Scheme is "http" or "https" ? uri.Host.Length > 0 : uri.Scheme == "mailto")
                        );
                },
                iter: 20_000
            );
    }
}
