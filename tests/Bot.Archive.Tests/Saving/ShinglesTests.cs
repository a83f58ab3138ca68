using Bot.Archive.Saving;

namespace Bot.Archive.Tests.Saving;

public sealed class ShinglesTests
{
    [Theory]
    [InlineData("", "", 1)]
    [InlineData("a", "a", 1)]
    [InlineData("a", "b", 0)]
    [InlineData("物理AI", "物理AI", 1)]
    [InlineData("物理ＡＩ！", "物理 ai", 1)]
    [InlineData("nights", "knight", 0.666667)]
    [InlineData("海図整備", "海図更新", 0.333333)]
    [InlineData("港", "", 0)]
    public void Similarity_is_Dices_coefficient_of_the_short_sequences(string left, string right, double expected) =>
        Assert.Equal(expected, new Shingles(left).Similarity(new Shingles(right)), 6);

    [Fact]
    public void Similarity_is_the_same_both_ways()
    {
        var left = new Shingles("Harborlight、荷役の学習モデルを公開");
        var right = new Shingles("Harborlightが学習モデルを無償公開");

        Assert.Equal(left.Similarity(right), right.Similarity(left));
        Assert.InRange(left.Similarity(right), 0.6, 0.99);
    }
}
