using Bot.Briefings.Funding;
using Bot.Briefings.Reading;

namespace Bot.Briefings.Tests.Funding;

public sealed class InvestorTests
{
    private readonly InvestorCell _cell = new(Vocabulary.Default);

    [Theory]
    [InlineData("NVIDIA, Cisco, Fidelity", "NVIDIA|Cisco|Fidelity")]
    [InlineData("A社、B社", "A社|B社")]
    [InlineData("Alpha；Beta; Gamma／Delta/Eps", "Alpha|Beta|Gamma|Delta|Eps")]
    [InlineData("Cedar & Pike", "Cedar & Pike")]
    [InlineData("カイト・キャピタル", "カイト・キャピタル")]
    [InlineData("Blue Harbor Capital and Cedar & Pike", "Blue Harbor Capital|Cedar & Pike")]
    [InlineData("Alpha, Beta, and Gamma", "Alpha|Beta|Gamma")]
    [InlineData("Sumida Capital（リード）、NVIDIA", "Sumida Capital|NVIDIA")]
    [InlineData("Alpha (lead), Beta", "Alpha|Beta")]
    [InlineData("リード：Alpha、Beta", "Alpha|Beta")]
    [InlineData("Fjord Partnersほか", "Fjord Partners")]
    [InlineData("Alpha、Betaなど", "Alpha|Beta")]
    [InlineData("Alpha、他3社", "Alpha")]
    [InlineData("Alpha 他", "Alpha")]
    [InlineData("Alpha, Beta and others", "Alpha|Beta")]
    [InlineData("Alpha et al.", "Alpha")]
    [InlineData("SiemensとNVIDIA", "Siemens|NVIDIA")]
    [InlineData("Sandy Andersen Fund", "Sandy Andersen Fund")]
    [InlineData("-", "")]
    [InlineData("—", "")]
    [InlineData("N/A", "")]
    [InlineData("非公開", "")]
    [InlineData("未公表", "")]
    [InlineData("undisclosed", "")]
    [InlineData("リード: Alpha / 参加: Beta, Gamma", "Alpha|Beta|Gamma")]
    [InlineData("Lead: Alpha; Others: Beta", "Alpha|Beta")]
    [InlineData("買い手：Alpha", "Alpha")]
    [InlineData("in talks: Alpha, Beta", "Alpha|Beta")]
    [InlineData("Alpha & Co; with Beta Ventures", "Alpha & Co|Beta Ventures")]
    [InlineData("Alpha（リード）・Beta", "Alpha|Beta")]
    [InlineData("Alpha・Beta", "Alpha・Beta")]
    [InlineData("a16z主導、Beta参加", "a16z|Beta")]
    [InlineData("Alphaがリード、Betaも参加", "Alpha|Beta")]
    [InlineData("Alpha led; Beta participated", "Alpha|Beta")]
    [InlineData("Alpha + Beta", "Alpha|Beta")]
    [InlineData("Alpha、Beta ほか計5社", "Alpha|Beta")]
    [InlineData("EIB、ほか3行", "EIB")]
    [InlineData("みなと銀行、ほか2機関", "みなと銀行")]
    [InlineData("主要投資家は非公表", "")]
    [InlineData("複数のVC", "")]
    public void A_cell_names_investors(string text, string expected) => Assert.Equal(expected, string.Join('|', _cell.Read(text)));

    [Theory]
    [InlineData("Acme: シリーズBで1億ドルを調達（評価額10億ドル）。リードはX Ventures、ほかにYoとZedが参加", "X Ventures|Yo|Zed")]
    [InlineData("NVIDIAやCiscoなどから200億ドルを調達", "NVIDIA|Cisco")]
    [InlineData("Sumida Capitalが主導し、NVIDIAも参加した", "Sumida Capital|NVIDIA")]
    [InlineData("5億から7億ドルを調達する", "")]
    [InlineData("raised $50M in a Series B led by X Ventures with participation from Yo and Zed", "X Ventures|Yo|Zed")]
    [InlineData("Kite Capital led the round and Sora Fund also participated", "Kite Capital|Sora Fund")]
    [InlineData("raised $5m from existing investors Elm & Oak, Pine Partners and others in January", "Elm & Oak|Pine Partners")]
    [InlineData("co-led by a16z and Founders of Tomorrow, valuing it at $1bn", "a16z|Founders of Tomorrow")]
    [InlineData("a loan from Harbor Bank", "Harbor Bank")]
    [InlineData(
        "led by Alpha, with Beta Ventures, Gamma and angel investor Jane Roe also participating",
        "Alpha|Beta Ventures|Gamma|Jane Roe"
    )]
    [InlineData("led by Harbor's venture arm Pier Ventures and Beta", "Pier Ventures|Beta")]
    [InlineData("a credit facility with Harbor Bank and Lock & Key Credit", "Harbor Bank|Lock & Key Credit")]
    [InlineData("引受先はアオバ自動車、三井物産、みなと銀行など", "アオバ自動車|三井物産|みなと銀行")]
    [InlineData("融資（みなと銀行、Harbor Creditによる協調融資）", "みなと銀行|Harbor Credit")]
    [InlineData("1億ドルを調達（リード：Alpha、参加：Beta・Capital）", "Alpha|Beta・Capital")]
    [InlineData("AlphaとBetaが合計30億ドルを追加出資", "Alpha|Beta")]
    [InlineData("米アオバと米キタが主導するラウンド", "アオバ|キタ")]
    [InlineData("Alphaをリードとするシリーズ", "Alpha")]
    [InlineData("助成金として350万ユーロを受領（欧州研究機構から）", "欧州研究機構")]
    [InlineData("助成金として国立港湾研究所から約150万ドル", "国立港湾研究所")]
    [InlineData("Kite Capitalから2億ドルの出資枠", "Kite Capital")]
    [InlineData("創業から3億ドルを集めた", "")]
    [InlineData("前年の8000万ドルから1億ドルに増えた", "")]
    [InlineData("Cedar & Pike led; Fjord Partners and two angels joined", "Cedar & Pike|Fjord Partners")]
    [InlineData("投資家は明らかにしていない", "")]
    [InlineData("投資家：Alpha\n出典：Beta", "Alpha")]
    [InlineData("acquires Candle for $300M", "")]
    public void Prose_names_those_who_invest(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', new InvestorProse(Vocabulary.Default, _cell).Find(text)));
}
