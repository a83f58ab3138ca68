using Bot.Archive.Saving;

namespace Bot.Archive.Tests.Saving;

public sealed class BigramsTests
{
    [Theory]
    [InlineData("", "", 1)]
    [InlineData("a", "a", 1)]
    [InlineData("a", "b", 0)]
    [InlineData("物理AI", "物理AI", 1)]
    [InlineData("物理ＡＩ！", "物理 ai", 1)]
    [InlineData("night", "nacht", 0.25)]
    [InlineData("港", "", 0)]
    public void Similarity_is_Dices_coefficient_of_the_character_pairs(string left, string right, double expected) =>
        Assert.Equal(expected, new Bigrams(left).Similarity(new Bigrams(right)), 6);

    [Fact]
    public void Similarity_is_the_same_both_ways()
    {
        var left = new Bigrams("Harborlight、荷役の学習モデルを公開");
        var right = new Bigrams("Harborlightが学習モデルを無償公開");

        Assert.Equal(left.Similarity(right), right.Similarity(left));
        Assert.InRange(left.Similarity(right), 0.6, 0.99);
    }
}
