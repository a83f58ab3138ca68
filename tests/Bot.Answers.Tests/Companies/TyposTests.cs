using Bot.Answers.Companies;

namespace Bot.Answers.Tests.Companies;

public sealed class TyposTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("xai", "xai", 0)]
    [InlineData("xai", "xia", 1)]
    [InlineData("anthropic", "antropic", 1)]
    [InlineData("company0001", "compnay00o1", 2)]
    [InlineData("ca", "abc", 3)]
    [InlineData("", "abc", 3)]
    [InlineData("エヌビディア", "エヌビデイア", 1)]
    public void Counts_what_was_mistyped(string one, string other, int expected)
    {
        Assert.Equal(expected, Typos.Count(one, other, 10));
        Assert.Equal(expected, Typos.Count(other, one, expected));
        Assert.Equal(Math.Min(expected, 2), Typos.Count(one, other, 1));
    }

    [Fact]
    public void Agrees_with_the_plain_table_whatever_the_names()
    {
        for (var seed = 0; seed < 3_000; seed++)
        {
            var random = new Random(seed);
            var (one, other) = (Name(random), Name(random));
            for (var most = 0; most < 6; most++)
            {
                Assert.Equal(Math.Min(Plain(one, other), most + 1), Typos.Count(one, other, most));
            }
        }
    }

    private static string Name(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(9)).Select(_ => (char)('a' + random.Next(3))));

    private static int Plain(string one, string other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                table[i, j] =
                    i == 0 ? j
                    : j == 0 ? i
                    : Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table[one.Length, other.Length];
    }
}
