using Bot.Chat.Text;

namespace Bot.Posts.Tests;

public class HeadlineCutTests
{
    [Theory]
    [InlineData("港の電力", 36, "港の電力")]
    [InlineData("Harbor opens an auction", 12, "Harbor…")]
    [InlineData("港が「夜間の入札」を開始", 12, "港が…")]
    [InlineData("契約は3億5000万ドルに達した", 16, "契約は…")]
    [InlineData("契約は30社に達した", 12, "契約は30社…")]
    [InlineData("GPT-5を公開した会社", 6, "GPT-5…")]
    [InlineData("港、町、海、山", 7, "港、町…")]
    public void A_cut_falls_where_a_reader_would_pause(string text, int columns, string expected) =>
        Assert.Equal(expected, HeadlineCut.Within(text, columns));

    [Fact]
    public void A_cut_is_never_wider_than_asked_and_never_within_a_bracket()
    {
        var random = new Random(20260304);
        string[] pieces =
        [
            "港",
            "の",
            "電力",
            "「",
            "」",
            "（",
            "）",
            "GPT",
            "-",
            "5",
            "億",
            "ドル",
            "ロボット",
            "、",
            "。",
            " ",
            "🚢",
            "が",
            "12",
            "社",
            "…",
            "%",
        ];
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => pieces[random.Next(pieces.Length)]));
            var columns = random.Next(4, 40);
            var cut = HeadlineCut.Within(text, columns);
            Assert.True(DisplayWidth.Of(cut) <= columns, $"{text} → {cut}");
            Assert.True(cut == text || (cut.EndsWith('…') && text.StartsWith(cut[..^1], StringComparison.Ordinal)), $"{text} → {cut}");
        }
    }
}
