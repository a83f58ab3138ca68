using Bot.Briefings.Filters;
using Bot.Briefings.Model;
using CsCheck;

namespace Bot.Briefings.Tests.Filters;

public sealed class FilterPropertyTests
{
    private static readonly string[] Pieces =
    [
        "company",
        "会社",
        "金額",
        "amont",
        ":",
        ">=",
        "＜",
        "以上",
        "以外",
        "100億円",
        "100M$",
        "$1.5B",
        "seed",
        "シリーズB",
        "2026-01-06",
        "..",
        " ",
        "\u3000",
        "(",
        "）",
        "\"",
        "「",
        "」",
        "-",
        "|",
        "AND",
        "または",
        "NOT",
        "か\u3099",
        "\u200b",
        "\ud83d",
        "😀",
        ",",
        "、",
        "port",
        "節:outlook",
        "\0",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Int[0, Pieces.Length - 1].Array[0, 14].Select(places => string.Concat(places.Select(place => Pieces[place]))),
        Gen.String[0, 30]
    );

    private static readonly Gen<Filter> Terms = Gen.OneOf(
        Of("port", "港", "night shift", "AND", "company:x", ":x", "-a", "5=5", "かつ", "以外")
            .Select(text => (Filter)new Filter.Words(text)),
        Of("xAI", "Cedar & Pike", "節以外", "a,b", "-z", "株").Select(name => (Filter)new Filter.Company(name)),
        Of("Harbour Fund", "NOT").Select(name => (Filter)new Filter.Investor(name)),
        Of("seed", "series-b", "series-b-extension", "acquisition").Select(stage => (Filter)new Filter.Stage(stage)),
        Gen.Select(
            Gen.Enum<FilterBound>(),
            Gen.Long[1, 999_999_999_999_999],
            Gen.Int[0, 6],
            Of("USD", "JPY", "EUR"),
            (bound, value, zeros, currency) => (Filter)new Filter.Amount(bound, value * (decimal)Math.Pow(10, zeros) / 100, currency)
        ),
        Gen.Select(
            Gen.Int[0, 3000],
            Gen.Int[-1, 400],
            (from, days) =>
                (Filter)
                    new Filter.Date(
                        days == 400 ? null : new DateOnly(2020, 1, 1).AddDays(from),
                        days < 0 ? null : new DateOnly(2020, 1, 1).AddDays(from + days)
                    )
        ),
        Gen.Enum<SectionKind>().Select(kind => (Filter)new Filter.Section(kind)),
        Gen.Enum<FilterKind>().Select(kind => (Filter)new Filter.Kind(kind)),
        Gen.Enum<FundingStatus>().Select(status => (Filter)new Filter.Status(status))
    );

    private static readonly Gen<Filter> Filters = Gen.Recursive<Filter>(
        (depth, inner) =>
            depth > 3
                ? Terms
                : Gen.OneOf(
                    Terms,
                    inner.Array[2, 3].Select(parts => Filter.AllOf(parts)!),
                    inner.Array[2, 3].Select(parts => Filter.AnyOf(parts)!),
                    inner.Select(Filter.Except)
                )
    );

    private static Gen<string> Of(params string[] values) => Gen.Int[0, values.Length - 1].Select(place => values[place]);

    private readonly FilterReader _reader = new(new BriefingReader().Terms);

    [Fact]
    public void What_is_printed_is_read_as_the_same() =>
        Filters
            .Where(filter => filter.Terms.Count() <= FilterReader.MaxTerms && FilterPrinter.Print(filter).Length <= FilterReader.MaxLength)
            .Sample(filter => Assert.Equal(filter, _reader.Read(FilterPrinter.Print(filter)).Filter), iter: 3000);

    [Fact]
    public void Any_text_is_a_filter_that_can_be_printed_or_an_error_within_it() =>
        Texts.Sample(
            text =>
            {
                var reading = _reader.Read(text);
                Assert.NotEqual(reading.Filter is null, reading.Error is null);
                if (reading.Error is { } error)
                {
                    Assert.InRange(error.At, 0, text.Length);
                    return;
                }

                Assert.Equal(reading.Filter, _reader.Read(FilterPrinter.Print(reading.Filter!)).Filter);
                Assert.Equal(reading.Filter, _reader.Read(FilterPrinter.PrintJapanese(reading.Filter!)).Filter);
            },
            iter: 20000
        );
}
