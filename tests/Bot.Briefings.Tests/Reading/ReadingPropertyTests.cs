using System.Text;
using Bot.Briefings.Json;
using Bot.Briefings.Model;
using CsCheck;

namespace Bot.Briefings.Tests.Reading;

/// <summary>Random and mutated documents: nothing throws, and what is read holds together.</summary>
public sealed class ReadingPropertyTests
{
    private static readonly string[] Pieces =
    [
        "# ",
        "## ",
        "### ",
        "\n",
        "\n\n",
        "- ",
        "1. ",
        "> ",
        "| ",
        " |\n",
        "|-|-|\n",
        "**",
        "*",
        "_",
        "`",
        "```\n",
        "[",
        "]",
        "(",
        ")",
        "[1]",
        "[2, 3]",
        "【3】",
        "［４］",
        "[1-3]",
        "<sup>",
        "<br>",
        "<!channel>",
        "<@U1>",
        "@everyone",
        "https://a.example/b",
        "javascript:x",
        "[a](b)",
        "[1]: https://a.example \"t\"\n",
        "AI基盤ニュース",
        "資金調達",
        "展望",
        "参考文献",
        "企業",
        "調達額/評価額",
        "投資家",
        "ステージ",
        "2億ドル",
        "$5-7M",
        "非公開",
        "シリーズB延長",
        "約",
        "短期（〜1年）：",
        "Medium term",
        "2026年1月6日",
        "January 6, 2026",
        "NVIDIA",
        "を調達",
        "が主導",
        "raised $1M led by X",
        ", ",
        "、",
        "。",
        ":",
        "：",
        " ",
        "　",
        "\t",
        "\r\n",
        "\0",
        "\u200B",
        "\uD83D",
        "\uDE00",
        "😀",
        "\\",
        "&amp;",
        "---\n",
        "===\n",
        "    ",
        "あ",
        "a",
        "1",
        "億",
    ];

    private static readonly string Sample = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "mixed-and-hostile.md"));

    private static readonly Gen<string> Piece = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]);

    private static readonly Gen<string> Random = Piece.Array[0, 24].Select(string.Concat);

    private static readonly Gen<string> Mutated = Gen.Select(
        Gen.Int[0, Sample.Length - 400],
        Gen.Int[40, 400],
        Gen.Int[0, 400],
        Piece.Array[0, 4].Select(string.Concat),
        (start, length, at, piece) =>
        {
            var part = Sample.Substring(start, length);
            return part.Insert(Math.Min(at, part.Length), piece);
        }
    );

    private static readonly BriefingReader Reader = new();

    [Fact]
    public void A_random_document_is_read_and_holds_together() => Random.Sample(Holds, iter: 70_000);

    [Fact]
    public void A_mutated_document_is_read_and_holds_together() => Mutated.Sample(Holds, iter: 35_000);

    private static bool Holds(string text)
    {
        var reading = Reader.Read(text);
        var briefing = reading.Briefing;
        var lines = text.Split('\n').Length + text.Count(c => c == '\r');
        var orders = briefing.Sections.Select(section => section.Order).ToList();
        Assert.Equal(Enumerable.Range(1, orders.Count), orders);
        Assert.Equal(orders.Count, reading.Sections.Count);
        var entries = briefing.News.Concat<Entry>(briefing.Funding).Concat(briefing.Outlook).Concat(briefing.DeepDives).ToList();
        foreach (var entry in entries)
        {
            Assert.Contains(entry.SectionOrder, orders);
            Inside(entry.Position);
            Assert.All(entry.Citations, number => Assert.True(number > 0));
            Assert.Equal(entry.Citations.Distinct(), entry.Citations);
        }

        foreach (
            var position in briefing
                .Warnings.Select(warning => warning.Position)
                .Concat(briefing.References.Select(reference => reference.Position))
                .Concat(briefing.Tables.Select(table => table.Position))
        )
        {
            Inside(position);
        }

        Assert.All(briefing.News, item => Assert.NotEmpty(item.Headline));
        Assert.All(briefing.Funding, round => Assert.False(round.Undisclosed && round.Amount is not null));
        Assert.All(briefing.Sections, section => Assert.True(section.ItemCount >= 0));
        Assert.All(briefing.Companies, company => Assert.NotEmpty(company.Key));
        return Encoding.UTF8.GetByteCount(BriefingJson.Write(briefing)) > 0;

        void Inside(TextPosition position)
        {
            Assert.InRange(position.Line, 1, lines + 1);
            Assert.InRange(position.Column, 1, text.Length + 1);
        }
    }
}
