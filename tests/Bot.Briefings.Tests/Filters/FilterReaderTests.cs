using Bot.Briefings.Filters;
using Bot.Briefings.Model;

namespace Bot.Briefings.Tests.Filters;

public sealed class FilterReaderTests
{
    private static readonly FilterValues Spoken = new(
        text => text == "先月" ? (new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 31)) : null,
        text => text == "マーケティング" ? [SectionKind.MarketingNews] : []
    );

    private readonly FilterReader _reader = new(new BriefingReader().Terms);

    [Theory]
    [InlineData("会社:nvidia OR 金額>=100億円 NOT 節:マーケティング", "company:nvidia OR amount>=10BJPY NOT section:marketing-news")]
    [InlineData("stage:series-b amount>=100M$ company:xai", "stage:series-b amount>=$100M company:xai")]
    [InlineData("amount>=$100M", "amount>=$100M")]
    [InlineData("金額:1億ドル以上", "amount>=$100M")]
    [InlineData("金額 ： １００億円未満", "amount<10BJPY")]
    [InlineData("amount:1.5億ドル", "amount=$150M")]
    [InlineData("amount<=2500万ユーロ", "amount<=25MEUR")]
    [InlineData("金額:1〜5億円", "amount>=100MJPY amount<=500MJPY")]
    [InlineData("ステージ:シード かつ 状態:完了", "stage:seed status:completed")]
    [InlineData("ステージ:シード、シリーズB", "stage:seed OR stage:series-b")]
    [InlineData("期間:先月", "date:2026-01-01..2026-01-31")]
    [InlineData("日付>=先月", "date:2026-01-01..")]
    [InlineData("date>2026-01-31", "date:2026-02-01..")]
    [InlineData("since:2026-01-06", "date:2026-01-06..")]
    [InlineData("まで:2026-01-06", "date:..2026-01-06")]
    [InlineData("date:2026-01-09..2026-01-06", "date:2026-01-06..2026-01-09")]
    [InlineData("節:マーケティング以外 港", "NOT section:marketing-news 港")]
    [InlineData("投資家:「Harbour Fund」 または 種類:展望", "investor:\"Harbour Fund\" OR kind:outlook")]
    [InlineData("port AND (crane OR -\"night shift\")", "port (crane OR NOT \"night shift\")")]
    [InlineData("NOT NOT port", "port")]
    [InlineData("((a b) c)", "a b c")]
    [InlineData("https://a.example 12:30 C++", "https://a.example 12:30 C++")]
    [InlineData("company:\"Cedar & Pike\"", "company:\"Cedar & Pike\"")]
    [InlineData("\"company:xai\"", "\"company:xai\"")]
    public void A_filter_has_one_form(string text, string canonical)
    {
        var reading = _reader.Read(text, Spoken);

        Assert.Null(reading.Error);
        Assert.Equal(canonical, FilterPrinter.Print(reading.Filter!));
        Assert.Equal(reading.Filter, _reader.Read(canonical).Filter);
    }

    [Fact]
    public void Japanese_readers_see_their_own_names_of_fields()
    {
        var filter = _reader.Read("company:xai amount>=$100M NOT stage:seed").Filter!;

        var shown = FilterPrinter.PrintJapanese(filter);

        Assert.Equal("会社:xai 金額>=$100M NOT ステージ:seed", shown);
        Assert.Equal(filter, _reader.Read(shown).Filter);
    }

    [Theory]
    [InlineData("compny:xai", FilterProblem.UnknownField, 0, "company")]
    [InlineData("port amont>=$1M", FilterProblem.UnknownField, 5, "amount")]
    [InlineData("port company:", FilterProblem.ValueMissing, 13, "xai")]
    [InlineData("company: AND port", FilterProblem.ValueMissing, 8, "xai")]
    [InlineData("stage:sed", FilterProblem.UnknownValue, 6, "seed")]
    [InlineData("種類:ニュウス", FilterProblem.UnknownValue, 3, "news")]
    [InlineData("amount>=much", FilterProblem.UnknownValue, 8, "$100M")]
    [InlineData("amount>=約1億ドル", FilterProblem.UnknownValue, 8, "$100M")]
    [InlineData("amount>=100", FilterProblem.UnknownValue, 8, "$100M")]
    [InlineData("date:never", FilterProblem.UnknownValue, 5, "2026-01-06")]
    [InlineData("stage>seed", FilterProblem.NotComparable, 5, ":")]
    [InlineData("(port crane", FilterProblem.NotClosed, 0, null)]
    [InlineData("port) crane", FilterProblem.NotOpened, 4, null)]
    [InlineData("port AND", FilterProblem.TermMissing, 8, null)]
    [InlineData("port OR OR crane", FilterProblem.TermMissing, 8, null)]
    [InlineData("", FilterProblem.Empty, 0, null)]
    [InlineData("!!! ?", FilterProblem.Empty, 0, null)]
    [InlineData("(((((((((a)))))))))", FilterProblem.TooDeep, 8, null)]
    public void An_error_points_at_the_character_and_says_what_is_possible(string text, FilterProblem problem, int at, string? possible)
    {
        var error = _reader.Read(text).Error;

        Assert.NotNull(error);
        Assert.Equal((problem, at), (error.Problem, error.At));
        Assert.Equal(possible is not null, error.Possible.Contains(possible!));
    }

    [Fact]
    public void What_is_too_long_is_not_read()
    {
        Assert.Equal(FilterProblem.TooLong, _reader.Read(new string('a', FilterReader.MaxLength + 1)).Error?.Problem);
        Assert.Equal(
            FilterProblem.TooManyTerms,
            _reader.Read(string.Join(' ', Enumerable.Repeat("a", FilterReader.MaxTerms + 1))).Error?.Problem
        );
    }

    [Theory]
    [InlineData("NOT port", false)]
    [InlineData("port NOT crane", true)]
    [InlineData("port OR NOT crane", false)]
    [InlineData("section:news-of-nothing OR stage:seed", null)]
    public void A_filter_that_only_excludes_asks_for_nothing(string text, bool? asks) =>
        Assert.Equal(asks, _reader.Read(text).Filter?.Asks);

    [Fact]
    public void Every_stage_section_kind_and_status_has_a_canonical_form()
    {
        var filters = new List<Filter>();
        filters.AddRange(Enum.GetValues<SectionKind>().Select(kind => new Filter.Section(kind)));
        filters.AddRange(Enum.GetValues<FilterKind>().Select(kind => new Filter.Kind(kind)));
        filters.AddRange(Enum.GetValues<FundingStatus>().Select(status => new Filter.Status(status)));
        foreach (var stage in (string[])["pre-seed", "seed", "series-a", "series-h", "growth", "debt", "acquisition", "ipo", "convertible"])
        {
            filters.Add(new Filter.Stage(stage));
        }

        Assert.All(filters, filter => Assert.Equal(filter, _reader.Read(FilterPrinter.Print(filter)).Filter));
    }

    [Theory]
    [InlineData("会杜:xai", 0, "会社")]
    [InlineData("港 compny:xai", 2, "company")]
    [InlineData("stge:seed", 0, "stage")]
    [InlineData("ステーシ:seed", 0, "ステージ")]
    [InlineData("金顎>=100億円", 0, "金額")]
    [InlineData("amount>=100億トル", 8, "100億ドル")]
    [InlineData("金額>=5 milion dollars", 4, null)]
    [InlineData("金額>=5万トル", 4, "5万ドル")]
    [InlineData("stage:seeds", 6, "seed")]
    [InlineData("ステージ:シート", 5, "シード")]
    [InlineData("stage:seed,sries-b", 11, "series-b")]
    [InlineData("kind:newz", 5, "news")]
    [InlineData("amount>=100Q", 8, null)]
    [InlineData("amount><100M", 6, null)]
    public void What_was_mistyped_is_found_with_what_was_meant(string text, int at, string? meant)
    {
        var error = _reader.Read(text).Error;

        Assert.NotNull(error);
        Assert.Equal((at, meant), (error.At, error.Meant));
    }

    [Theory]
    [InlineData("company!=xai", "NOT company:xai")]
    [InlineData("会社≠xai", "NOT company:xai")]
    [InlineData("stage!=seed以外", "stage:seed")]
    [InlineData("amount>==$1M", "amount>=$1M")]
    [InlineData("12:30 の会議", "12:30 の会議")]
    [InlineData("\"会杜:xai\"", "\"会杜:xai\"")]
    [InlineData("https://xai.example", "https://xai.example")]
    public void Signs_that_people_write_mean_what_they_say(string text, string printed) =>
        Assert.Equal(printed, FilterPrinter.Print(_reader.Read(text).Filter!));
}
