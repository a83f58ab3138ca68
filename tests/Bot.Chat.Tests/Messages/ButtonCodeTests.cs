using Bot.Chat.Messages;

namespace Bot.Chat.Tests.Messages;

public sealed class ButtonCodeTests
{
    private const int Most = 100;

    [Theory]
    [InlineData(ButtonAction.Ask, false, "1a|funding|us-ai|20260106|xai | +10")]
    [InlineData(ButtonAction.Share, false, "1s|funding|us-ai|20260106|xai | +10")]
    [InlineData(ButtonAction.Share, true, "1s|funding|us-ai|-20260106|xai | +10")]
    public void What_is_encoded_is_decoded(ButtonAction action, bool upTo, string code)
    {
        var button = new Button("", "funding", "xai | +10", "us-ai", new DateOnly(2026, 1, 6)) { Action = action, UpTo = upTo };

        Assert.Equal(code, ButtonCode.Encode(button, Most));
        Assert.Equal(button, ButtonCode.Decode(code));
    }

    [Fact]
    public void Up_to_no_day_is_the_whole_archive() =>
        Assert.Equal("1a|funding|us-ai||xai", ButtonCode.Encode(new Button("", "funding", "xai", "us-ai", null) { UpTo = true }, Most));

    [Theory]
    [InlineData("1s|funding|us-ai|-|xai")]
    [InlineData("1s|funding|us-ai|--20260106|xai")]
    [InlineData("1s|funding|us-ai|-2026010|xai")]
    [InlineData("2a|funding|us-ai||xai")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_none_of_ours_is_nothing(string? code) => Assert.Null(ButtonCode.Decode(code));
}
