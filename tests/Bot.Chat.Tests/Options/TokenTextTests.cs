using Bot.Chat.Options;

namespace Bot.Chat.Tests.Options;

public sealed class TokenTextTests
{
    [Theory]
    [InlineData("abc\n", "abc")]
    [InlineData("\r\n abc \t", "abc")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void H14_White_space_around_a_secret_is_dropped(string? value, string expected) =>
        Assert.Equal(expected, TokenText.Trimmed(value));

    [Theory]
    [InlineData("a\u2013b", "2013", 2)]
    [InlineData("a b", "0020", 2)]
    [InlineData("\u00A0abc", "00A0", 1)]
    [InlineData("ab\U0001F511", "1F511", 3)]
    public void H14_A_character_that_no_token_has_is_named_by_code_and_place(string value, string code, int place)
    {
        var problem = Assert.Single(TokenText.Check("Key", value));

        Assert.Equal("Key", problem.Key);
        Assert.Contains($"U+{code}, character {place}", problem.Message.English, StringComparison.Ordinal);
        Assert.Contains($"U+{code}", problem.Message.Japanese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("xoxb-1234-ABCdef_~!")]
    public void H14_What_tokens_are_made_of_is_no_problem(string value) => Assert.Empty(TokenText.Check("Key", value));
}
