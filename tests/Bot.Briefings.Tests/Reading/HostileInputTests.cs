using Bot.Briefings.Json;
using Bot.Briefings.Model;

namespace Bot.Briefings.Tests.Reading;

/// <summary>Inputs that make a Markdown parser throw, loop or eat memory.</summary>
public sealed class HostileInputTests
{
    private const int Size = 2_000_000;
    private const long MostAllocated = 200L << 20;

    private readonly BriefingReader _reader = new();

    public static TheoryData<string> Pieces =>
        [
            ">",
            "> ",
            "> - ",
            "- ",
            "1. ",
            "[a](",
            "![a](",
            "[",
            "![",
            "[a][",
            "](",
            "*",
            "*a ",
            "**a**あ",
            "_",
            "_a ",
            "`",
            "``a`",
            "<",
            "<a ",
            "<a>",
            "<!--",
            "|",
            "a|",
            "&",
            "\\",
            "a",
            "あ",
            "a\n",
            "a\n\n",
            "\n",
            "\r",
            "- a\n",
            "# a\n",
            "## a\n",
            "## 資金調達\n\n",
            "a\n-\n",
            "a\n=\n",
            "```\n",
            "~~~\n",
            "    a\n",
            "\t- a\n",
            "| a | b |\n",
            "[a]: b\n",
            "[1]: https://a.example \"b\"\n",
            "[3]",
            "[1-50]",
            "【3、",
            "<@U1>",
            "@everyone ",
            "\0",
            "\u200B",
            "\uD800",
            "1億",
            "$1-",
            "2026-",
            "January ",
            "https://",
            "短期：",
        ];

    [Theory]
    [MemberData(nameof(Pieces))]
    public void F7_Two_million_characters_of_anything_are_read_within_bounds(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, Size / piece.Length));

        var (reading, allocated) = ReadMeasured(text);

        Assert.True(allocated < MostAllocated, $"{allocated >> 20} MB");
        Assert.True(BriefingJson.Write(reading.Briefing).Length > 0);
    }

    [Theory]
    [InlineData("## 資金調達\n\n| 企業 | 調達額 | 投資家 |\n|-|-|-|\n", "| **x** | $1M / 5億ドル | A, B and C [3] |\n")]
    [InlineData("## 資金調達\n\n", "- **X**: シリーズBで1億ドルを調達。NVIDIAが主導 [3]\n")]
    [InlineData("## AIニュース\n\n", "- **X、Y**: z [3]\n")]
    [InlineData("## 参考文献\n\n", "[1] A. (2026, January 5). *B*. https://x.example/z\n\n")]
    [InlineData("## 参考文献\n\n", "[1] A. (2026, January 5). *B*. https://x.example/z\n")]
    [InlineData("## 展望\n\n", "### 短期\n\n")]
    [InlineData("## 資金調達\n\n| 企業 | 調達額 | 投資家 |\n|-|-|-|\n| x | $1M | ", "(A)")]
    [InlineData("## 資金調達\n\n- **X**: raised $5M ", "Abc led ")]
    public void F7_A_briefing_without_end_is_read_within_bounds(string head, string piece)
    {
        var text = head + string.Concat(Enumerable.Repeat(piece, Size / piece.Length));

        var (reading, allocated) = ReadMeasured(text);

        Assert.True(allocated < MostAllocated, $"{allocated >> 20} MB");
        var briefing = reading.Briefing;
        Assert.Contains(briefing.Warnings, warning => warning.Code == WarningCodes.BlockTooComplex);
        Assert.Single(briefing.Sections);
    }

    [Fact]
    public void F3_F7_Ten_thousand_nested_quotes_become_plain_text_and_all_around_is_read()
    {
        var text = "# 2026年1月6日\n\n## AIニュース\n\n- **前**: a\n\n" + new string('>', 10_000) + " 深い\n\n- **後**: b [1]\n";

        var reading = _reader.Read(text);

        Assert.Equal(["前", "後"], reading.Briefing.News.Select(item => item.Headline));
        Assert.Equal(new TextPosition(9, 1), reading.Briefing.News[1].Position);
        var warning = Assert.Single(reading.Briefing.Warnings, warning => warning.Code == WarningCodes.BlockTooComplex);
        Assert.Equal(new TextPosition(7, 1), warning.Position);
        Assert.Contains("深い", Briefings.Text.PlainText.Of(reading.Sections[0][1]), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_kept_as_plain_text_keeps_its_characters()
    {
        var hostile = string.Concat(Enumerable.Repeat("[a](", 2_000));

        var reading = _reader.Read("# T\n\n" + hostile + "\n");

        Assert.Equal(hostile, reading.Briefing.Lead);
        Assert.DoesNotContain(reading.Briefing.Lead!, c => c is >= '\uE000' and <= '\uF8FF');
    }

    [Fact]
    public void A_fence_full_of_brackets_is_closed_where_its_author_closed_it()
    {
        var code = string.Concat(Enumerable.Repeat("[a](", 2_000));

        var reading = _reader.Read($"# T\n\n```json\n{code}\n```\n\n## 参考文献\n");

        Assert.Single(reading.Briefing.Sections);
        var block = Assert.IsType<Markdig.Syntax.FencedCodeBlock>(reading.Document[1]);
        Assert.Equal(code, block.Lines.ToString());
    }

    [Fact]
    public void A_table_of_forty_rows_and_a_list_of_three_hundred_items_are_no_burden()
    {
        var table = "| 企業 | 調達額 |\n|-|-|\n" + string.Concat(Enumerable.Range(1, 40).Select(i => $"| **C{i}** | {i}億ドル [1] |\n"));
        var list = string.Concat(Enumerable.Range(1, 300).Select(i => $"- **H{i}**: *a* [1]\n"));

        var briefing = _reader.Read($"## 資金調達\n\n{table}\n## AIニュース\n\n{list}").Briefing;

        Assert.Equal(40, briefing.Funding.Count);
        Assert.Equal(300, briefing.News.Count);
        Assert.DoesNotContain(briefing.Warnings, warning => warning.Code == WarningCodes.BlockTooComplex);
    }

    /// <summary>
    /// The reading and the least that it allocated in three tries, in bytes. What the reader needs for a text it needs each time; what the
    /// process makes once, or makes again because others of its threads took it, lands on whichever reading runs at that moment.
    /// </summary>
    private (BriefingReading Reading, long Allocated) ReadMeasured(string text)
    {
        _reader.Read("# warm\n");
        var least = long.MaxValue;
        for (var attempt = 1; ; attempt++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var reading = _reader.Read(text);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            if (least < MostAllocated || attempt == 3)
            {
                return (reading, least);
            }
        }
    }
}
