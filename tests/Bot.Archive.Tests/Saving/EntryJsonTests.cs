using Bot.Archive.Saving;
using Bot.Briefings.Model;

namespace Bot.Archive.Tests.Saving;

public sealed class EntryJsonTests
{
    [Fact]
    public void Every_kind_comes_back_as_it_was_written()
    {
        var news = HandMade.News("見出し🔥", "本文", "Harborlight", "Tidewater");
        Assert.Equivalent(news, EntryJson.ReadNews(EntryJson.Write(news)), strict: true);
        var round = HandMade.Round("Quillstone", 1, "Tidewater") with
        {
            Valuation = new Money(null, 5m, 7m, "JPY", true, "5〜7億円"),
            Stage = "series-b-extension",
            Undisclosed = true,
        };
        Assert.Equivalent(round, EntryJson.ReadFunding(EntryJson.Write(round)), strict: true);
        var outlook = new Outlook
        {
            SectionOrder = 7,
            Horizon = Horizon.Long,
            Label = "長期（3年〜）",
            Text = "文",
            Body = "**文**",
            Markdown = "- 文",
            FromYears = 3,
        };
        Assert.Equivalent(outlook, EntryJson.ReadOutlook(EntryJson.Write(outlook)), strict: true);
        var dive = new DeepDive
        {
            SectionOrder = 4,
            Title = "題",
            Markdown = "### 題\n\n本文",
            Citations = [2, 1],
        };
        Assert.Equivalent(dive, EntryJson.ReadDeepDive(EntryJson.Write(dive)), strict: true);
        var row = new ComparisonRow
        {
            SectionOrder = 5,
            Table = 2,
            Columns = ["軸", ""],
            Cells = ["**a**"],
        };
        Assert.Equivalent(row, EntryJson.ReadComparisonRow(EntryJson.Write(row)), strict: true);
        var reference = HandMade.Source(3, "Title", "https://x.example/?a=1&b=2");
        Assert.Equivalent(reference, EntryJson.ReadReference(EntryJson.Write(reference)), strict: true);
    }

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("12300000000.10")]
    public void Money_is_exact_to_the_last_digit(string value)
    {
        var amount = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);

        var read = EntryJson.ReadFunding(EntryJson.Write(HandMade.Round("Quillstone", amount))).Amount!.Value!.Value;

        Assert.Equal(value, read.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Japanese_is_stored_as_it_reads_and_what_is_absent_takes_no_room()
    {
        var json = EntryJson.Write(HandMade.Round("量子堂", null));

        Assert.Contains("量子堂", json, StringComparison.Ordinal);
        Assert.DoesNotContain("null", json, StringComparison.Ordinal);
    }
}
