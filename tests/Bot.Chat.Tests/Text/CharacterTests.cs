using Bot.Chat.Text;

namespace Bot.Chat.Tests.Text;

public class CharacterTests
{
    [Fact]
    public void A_cut_never_falls_inside_an_emoji()
    {
        const string Family = "👨‍👩‍👧";
        Assert.Equal("ab…", Graphemes.Cut("ab" + Family, 6));
        Assert.Equal("ab" + Family, Graphemes.Cut("ab" + Family, 10));
        Assert.Equal(3, Graphemes.Count("ab" + Family));
    }

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("物理AI", 6)]
    [InlineData("ｶﾅ", 2)]
    [InlineData("🚀x", 3)]
    [InlineData("⚖️", 2)]
    [InlineData("か\u3099", 2)]
    [InlineData("", 0)]
    public void Width_counts_the_columns_of_a_terminal(string text, int columns) => Assert.Equal(columns, DisplayWidth.Of(text));

    [Theory]
    [InlineData("a\u202Eb", "ab")]
    [InlineData("a\u200Bb\uFEFF", "ab")]
    [InlineData("a\u0000b\u0007", "ab")]
    [InlineData("a\u200Db", "ab")]
    [InlineData("👨‍👩‍👧", "👨‍👩‍👧")]
    [InlineData("⚖️", "⚖️")]
    [InlineData("🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴󠁧󠁢󠁥󠁮󠁧󠁿")]
    [InlineData("a\U000E0041", "a")]
    [InlineData("一行\n二行\t", "一行\n二行\t")]
    public void Invisible_characters_are_dropped_and_emoji_stay_whole(string text, string expected) =>
        Assert.Equal(expected, Invisible.Drop(text));

    [Theory]
    [InlineData("🔥 AI基盤", "🔥", "AI基盤")]
    [InlineData("⚖️ 規制", "⚖️", "規制")]
    [InlineData("🧑‍🏭 現場", "🧑‍🏭", "現場")]
    [InlineData("参考文献", "", "参考文献")]
    [InlineData("3 things", "", "3 things")]
    [InlineData("🔥", "", "🔥")]
    public void The_emoji_of_a_heading_stands_apart(string heading, string emoji, string words) =>
        Assert.Equal((emoji, words), HeadingEmoji.Split(heading));
}
