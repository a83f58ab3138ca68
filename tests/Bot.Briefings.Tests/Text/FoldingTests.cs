using System.Text;
using Bot.Briefings.Text;

namespace Bot.Briefings.Tests.Text;

public sealed class FoldingTests
{
    /// <summary>Marks that are written in two widths.</summary>
    private const string Marks = "〜￥￡￦￠";

    /// <summary>Blocks that are known to have no case are not looked up; a capital among them would never be found.</summary>
    [Fact]
    public void Every_character_loses_its_case_and_nothing_but_its_width()
    {
        for (var code = 0; code <= char.MaxValue; code++)
        {
            var c = (char)code;
            if (c is (>= '！' and <= '～') || Marks.Contains(c) || Folding.Simple(c) == ' ')
            {
                continue;
            }

            Assert.Equal(char.ToLowerInvariant(c), Folding.Simple(c));
        }
    }

    [Theory]
    [InlineData(10)]
    [InlineData(2_000)]
    public void A_text_is_folded_like_its_characters_however_long(int words)
    {
        const string Word = "Ａcme 株式会社—ＡＩ〜코랄";
        var folded = string.Concat(Word.Select(Folding.Simple));
        Assert.Equal(Repeated(folded, words), Folding.Fold(Repeated(Word, words)));
        Assert.Equal(Repeated(folded, words) + "(株)", Folding.Fold(Repeated(Word, words) + "㈱"));
    }

    private static string Repeated(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
