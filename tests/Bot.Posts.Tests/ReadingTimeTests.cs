namespace Bot.Posts.Tests;

public class ReadingTimeTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("港", 1)]
    public void Small_texts_take_the_begun_minute(string text, int minutes) => Assert.Equal(minutes, ReadingTime.Of(text).Minutes);

    [Fact]
    public void Time_goes_by_the_script()
    {
        Assert.Equal(4, ReadingTime.Of(new string('港', 2200)).Minutes);
        Assert.Equal(12, ReadingTime.Of(string.Join(' ', Enumerable.Repeat("harbour", 2600))).Minutes);
        Assert.Equal(4, ReadingTime.Of(new string('항', 2200)).Minutes);
        // Latin names in Japanese are read by the character as well.
        Assert.Equal(2, ReadingTime.Of(string.Concat(Enumerable.Repeat("Quayは港です。", 100))).Minutes);
    }

    [Fact]
    public void A_word_is_counted_once() => Assert.Equal(4, ReadingTime.Of("It's 3.5 state-of-the-art GPT-5!").Words);

    [Fact]
    public void Parts_add_up() =>
        Assert.Equal(ReadingTime.Of("港 harbour quay"), ReadingTime.Of("港 ") + ReadingTime.Of("harbour ") + ReadingTime.Of("quay"));
}
