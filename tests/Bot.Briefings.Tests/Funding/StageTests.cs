using Bot.Briefings.Funding;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Tests.Funding;

public sealed class StageTests
{
    private readonly StageScanner _stages = new(Vocabulary.Default);

    [Theory]
    [InlineData("シリーズB", "series-b")]
    [InlineData("シリーズＢ", "series-b")]
    [InlineData("Series B", "series-b")]
    [InlineData("series d round", "series-d")]
    [InlineData("Ｂラウンド", "series-b")]
    [InlineData("ラウンドC", "series-c")]
    [InlineData("B", "series-b")]
    [InlineData("シリーズB延長", "series-b-extension")]
    [InlineData("シリーズCエクステンション", "series-c-extension")]
    [InlineData("Series A extension", "series-a-extension")]
    [InlineData("Series A+", "series-a-extension")]
    [InlineData("Series B-2", "series-b")]
    [InlineData("シード", "seed")]
    [InlineData("シード延長", "seed-extension")]
    [InlineData("シリーズC（追加）", "series-c-extension")]
    [InlineData("Seed", "seed")]
    [InlineData("プレシード", "pre-seed")]
    [InlineData("pre-seed", "pre-seed")]
    [InlineData("ブリッジ", "bridge")]
    [InlineData("Growth", "growth")]
    [InlineData("戦略投資", "strategic")]
    [InlineData("資本業務提携", "strategic")]
    [InlineData("デットファイナンス", "debt")]
    [InlineData("融資", "debt")]
    [InlineData("Venture debt", "debt")]
    [InlineData("転換社債", "convertible")]
    [InlineData("SAFE", "convertible")]
    [InlineData("Convertible note", "convertible")]
    [InlineData("セカンダリー", "secondary")]
    [InlineData("助成金", "grant")]
    [InlineData("Conv. note", "convertible")]
    [InlineData("Acq.", "acquisition")]
    [InlineData("M&A", "acquisition")]
    [InlineData("買収", "acquisition")]
    [InlineData("merger", "acquisition")]
    [InlineData("IPO", "ipo")]
    [InlineData("新規公開", "ipo")]
    [InlineData("-", null)]
    [InlineData("未定", null)]
    [InlineData("プレシリーズA", null)]
    public void A_cell_states_a_stage(string cell, string? stage) => Assert.Equal(stage, _stages.InCell(Folding.Fold(cell)));

    [Theory]
    [InlineData("raised $5m from Ridgeline Growth", null)]
    [InlineData("raised a growth round", "growth")]
    [InlineData("its strategic plan", null)]
    [InlineData("シリーズAで調達", "series-a")]
    [InlineData("extended its seed round by $3 million", "seed-extension")]
    [InlineData("an extension of its Series B", "series-b-extension")]
    [InlineData("a round of 5 million", null)]
    [InlineData("Loomwrightが買収", "acquisition")]
    public void Prose_states_a_stage_only_beside_words_of_a_round(string text, string? stage) =>
        Assert.Equal(stage, _stages.InProse(Folding.Fold(text)));
}
