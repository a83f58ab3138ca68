using Bot.Archive.Saving;

namespace Bot.Archive.Tests.Saving;

public sealed class StoredTextTests
{
    [Theory]
    [InlineData("ふつうの文😀")]
    [InlineData("")]
    public void Clean_text_is_the_same_object(string text) => Assert.Same(text, StoredText.Clean(text));

    [Fact]
    public void What_cannot_be_stored_becomes_the_replacement_character()
    {
        // Attribute arguments cannot hold lone surrogates.
        Assert.Equal("a\uFFFDb", StoredText.Clean("a\0b"));
        Assert.Equal("\uFFFD", StoredText.Clean("\uD83D"));
        Assert.Equal("\uFFFD😀\uFFFD", StoredText.Clean("\uDE00\uD83D\uDE00\uD83D"));
    }

    [Theory]
    [InlineData("ＮＶＩＤＩＡ、「Rubin」を発表", "nvidia rubin を 発表！")]
    [InlineData("ﾃﾞｰﾀ", "データ")]
    public void Wordings_that_differ_in_width_case_and_punctuation_fold_to_one(string left, string right) =>
        Assert.Equal(StoredText.Fold(left), StoredText.Fold(right));

    [Fact]
    public void Long_keys_are_bounded_and_stay_different()
    {
        var left = StoredText.Bound(new string('社', 5_000) + "a");
        var right = StoredText.Bound(new string('社', 5_000) + "b");

        Assert.NotEqual(left, right);
        Assert.InRange(left.Length, 1, StoredText.MaxKey);
        Assert.Equal("xai", StoredText.Bound("xai"));
    }

    [Fact]
    public void A_bounded_key_never_ends_inside_a_surrogate_pair()
    {
        var key = StoredText.Bound("a" + string.Concat(Enumerable.Repeat("𠮷", 500)));

        Assert.Equal(key, StoredText.Clean(key));
    }
}
