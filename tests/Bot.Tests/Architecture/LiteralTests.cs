using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bot.Tests.Architecture;

/// <summary>
/// Words that people read, or write, stand in resource files and vocabularies, where they can be found, compared and extended.
/// </summary>
public sealed partial class LiteralTests
{
    [Fact]
    public void No_literal_holds_kana_or_kanji()
    {
        var found =
            from source in Sources.Of("*.cs")
            from token in CSharpSyntaxTree.ParseText(source.Text).GetRoot().DescendantTokens()
            where IsText(token) && Japanese().IsMatch(token.Text)
            select $"{source.Path}:{token.GetLocation().GetLineSpan().StartLinePosition.Line + 1} {token.Text}";

        Assert.Empty(found);
    }

    [Fact]
    public void No_page_holds_kana_or_kanji()
    {
        var found = from source in Sources.Of("*.razor") where Japanese().IsMatch(Comment().Replace(source.Text, "")) select source.Path;

        Assert.Empty(found);
    }

    private static bool IsText(SyntaxToken token) =>
        token.Kind()
            is SyntaxKind.StringLiteralToken
                or SyntaxKind.CharacterLiteralToken
                or SyntaxKind.InterpolatedStringTextToken
                or SyntaxKind.SingleLineRawStringLiteralToken
                or SyntaxKind.MultiLineRawStringLiteralToken
                or SyntaxKind.Utf8StringLiteralToken
                or SyntaxKind.Utf8SingleLineRawStringLiteralToken
                or SyntaxKind.Utf8MultiLineRawStringLiteralToken;

    /// <summary>The middle dot between katakana is punctuation.</summary>
    [GeneratedRegex(
        @"[\u3041-\u3096\u309D-\u309F\u30A1-\u30FA\u30FC-\u30FF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\uFF66-\uFF9F]",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Japanese();

    [GeneratedRegex(@"@\*.*?\*@|^\s*///?.*$", RegexOptions.Singleline | RegexOptions.Multiline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Comment();
}
