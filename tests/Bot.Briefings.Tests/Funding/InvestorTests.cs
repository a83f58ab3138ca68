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
    [InlineData("acquires Candle for $300M", "")]
    public void Prose_names_those_who_invest(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', new InvestorProse(Vocabulary.Default, _cell).Find(text)));
}
