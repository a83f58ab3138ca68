using System.Globalization;
using System.Text;
using Bot.Briefings.Funding;
using Bot.Briefings.Model;
using Bot.Briefings.Text;
using Superpower.Model;

namespace Bot.Briefings.Filters;

/// <summary>Gives the words of a filter their meaning. Keeps the first thing that has none.</summary>
internal sealed class FilterBinder(FundingTerms terms, FilterWords words, FilterValues values)
{
    private const string Extension = "-extension";

    private static readonly char[] Commas = [',', '\u3001', '\uFF0C'];

    private static readonly IReadOnlyList<string> Signs = [":", "=", ">=", "<=", ">", "<", "!="];

    private readonly FilterAmounts _amounts = new(terms, words);

    public FilterError? Error { get; private set; }

    /// <summary>Null where there is nothing to look for, or an error.</summary>
    public Filter? Bind(FilterSyntax syntax) =>
        syntax switch
        {
            FilterSyntax.Text text => TextOf(text.Token),
            FilterSyntax.Condition condition => Condition(condition),
            FilterSyntax.All all => Filter.AllOf(all.Parts.Select(Bind).OfType<Filter>()),
            FilterSyntax.Any any => Filter.AnyOf(any.Parts.Select(Bind).OfType<Filter>()),
            FilterSyntax.Not not => Bind(not.Part) is { } part ? Filter.Except(part) : null,
            _ => null,
        };

    /// <summary>Signs alone are nothing to look for.</summary>
    private static Filter.Words? TextOf(Token<FilterToken> token) =>
        Plain(token.ToStringValue()) is var text && text.EnumerateRunes().Any(rune => Rune.IsLetterOrDigit(rune) || Rune.IsNumber(rune))
            ? new Filter.Words(text, token.Kind == FilterToken.Quoted && FilterPrinter.IsBare(text))
            : null;

    private Filter? Condition(FilterSyntax.Condition condition)
    {
        var name = condition.Field.ToStringValue();
        if (words.Field(name) is not { } field)
        {
            var near = words.NearestFields(name);
            return Failed(
                FilterProblem.UnknownField,
                condition.Field.Position.Absolute,
                name,
                null,
                near,
                near is [var nearest, ..] ? nearest : null
            );
        }

        var end = condition.Sign.Position.Absolute + condition.Sign.Span.Length;
        if (condition.Value is not { } token || Plain(token.ToStringValue()) is not { Length: > 0 } value)
        {
            return Failed(FilterProblem.ValueMissing, end, "", field, ExamplesOf(field));
        }

        var sign = condition.Sign.ToStringValue();
        if (BoundOf(sign) is not { } bound)
        {
            return Failed(FilterProblem.UnknownSign, condition.Sign.Position.Absolute, sign, field, Signs);
        }

        if (bound != FilterBound.Equal && field is not (FilterField.Amount or FilterField.Date))
        {
            return Failed(FilterProblem.NotComparable, condition.Sign.Position.Absolute, condition.Sign.ToStringValue(), field, [":"]);
        }

        var isQuoted = token.Kind == FilterToken.Quoted;
        var except = isQuoted
            ? null
            : words.Except.FirstOrDefault(word => value.Length > word.Length && value.EndsWith(word, StringComparison.Ordinal));
        var wanted = except is null ? value : value[..^except.Length];
        var parts = (isQuoted || bound != FilterBound.Equal ? [wanted] : wanted.Split(Commas, StringSplitOptions.RemoveEmptyEntries))
            .Select(part => Value(field, bound, part.Trim()))
            .ToList();
        if (parts.Count == 0 || parts.Contains(null))
        {
            var wrong = wanted.Split(Commas).Select(part => part.Trim()).FirstOrDefault(part => Value(field, bound, part) is null);
            return Failed(
                FilterProblem.UnknownValue,
                token.Position.Absolute + Math.Max(0, token.ToStringValue().IndexOf(wrong ?? value, StringComparison.Ordinal)),
                wrong ?? value,
                field,
                ExamplesOf(field),
                MeantBy(field, bound, wrong ?? value)
            );
        }

        var any = Filter.AnyOf(parts.OfType<Filter>());
        return any is not null && ((except is not null) != IsExcluding(sign)) ? Filter.Except(any) : any;
    }

    /// <summary>A value of the field that was probably meant; null if none is near.</summary>
    private string? MeantBy(FilterField field, FilterBound bound, string value)
    {
        var typed = Folding.Fold(value).Trim();
        return field switch
        {
            FilterField.Amount => _amounts.Meant(bound, value),
            FilterField.Stage => Misspelling.Nearest(typed, terms.Stages),
            FilterField.Section => Misspelling.Nearest(typed, Enum.GetValues<SectionKind>().Select(SectionKindName.Of)),
            FilterField.Kind or FilterField.Status => Misspelling.Nearest(typed, words.ValuesOf(field)),
            _ => null,
        };
    }

    private Filter? Value(FilterField field, FilterBound bound, string value) =>
        field switch
        {
            FilterField.Company => CompanyName.Key(value).Length > 0 ? new Filter.Company(value) : null,
            FilterField.Investor => CompanyName.Key(value).Length > 0 ? new Filter.Investor(value) : null,
            FilterField.Stage => StageOf(value) is { } stage ? new Filter.Stage(stage) : null,
            FilterField.Amount => _amounts.Read(bound, value),
            FilterField.Date => Days(bound, value),
            FilterField.Since => Days(FilterBound.AtLeast, value),
            FilterField.Until => Days(FilterBound.AtMost, value),
            FilterField.Section => Filter.AnyOf(Sections(value).Select(kind => new Filter.Section(kind))),
            FilterField.Kind => words.Kind(value) is { } kind ? new Filter.Kind(kind) : null,
            FilterField.Status => words.Status(value) is { } status ? new Filter.Status(status) : null,
            _ => null,
        };

    private string? StageOf(string value) =>
        terms.Stage(value)
        ?? (
            value.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) && terms.Stage(value[..^Extension.Length]) is { } extended
                ? extended + Extension
                : null
        );

    private Filter.Date? Days(FilterBound bound, string value)
    {
        var bare = value;
        if (
            bound == FilterBound.Equal
            && words.Bounds.FirstOrDefault(one => value.EndsWith(one.Word, StringComparison.Ordinal)) is { Word: { } word } found
        )
        {
            (bound, bare) = (found.Bound, value[..^word.Length]);
        }

        if ((IsoDays(bare) ?? values.Days(bare)) is not var (from, to))
        {
            return null;
        }

        (from, to) = bound switch
        {
            FilterBound.AtLeast => (from, (DateOnly?)null),
            FilterBound.Over => (to < DateOnly.MaxValue ? to.Value.AddDays(1) : null, null),
            FilterBound.AtMost => (null, to),
            FilterBound.Under => (null, from > DateOnly.MinValue ? from.Value.AddDays(-1) : null),
            _ => (from, to),
        };
        return from is null && to is null ? null : new Filter.Date(from, to);
    }

    /// <summary>The canonical form: <c>2026-01-06</c>, <c>2026-01-01..2026-01-06</c>, either end of which may be missing.</summary>
    private static (DateOnly? From, DateOnly? To)? IsoDays(string value)
    {
        var ends = value.Split("..");
        var days = ends.Select(end =>
                DateOnly.TryParseExact(end, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                    ? day
                    : (DateOnly?)null
            )
            .ToList();
        return ends.Length > 2 || ends.Where((end, at) => end.Length > 0 && days[at] is null).Any() || days.TrueForAll(day => day is null)
                ? null
            : ends.Length == 1 ? (days[0], days[0])
            : days[0] > days[1] ? (days[1], days[0])
            : (days[0], days[1]);
    }

    private IReadOnlyList<SectionKind> Sections(string value)
    {
        var canonical = Enum.GetValues<SectionKind>()
            .Where(kind => SectionKindName.Of(kind).Equals(value, StringComparison.OrdinalIgnoreCase))
            .ToList();
        return canonical.Count > 0 ? canonical : values.Sections(value);
    }

    private IReadOnlyList<string> ExamplesOf(FilterField field) =>
        field switch
        {
            FilterField.Company => ["xai"],
            FilterField.Investor => ["nvidia"],
            FilterField.Stage => ["seed", "series-a", "series-b", "acquisition"],
            FilterField.Amount => ["$100M", "10BJPY"],
            FilterField.Section => [.. Enum.GetValues<SectionKind>().Select(SectionKindName.Of)],
            FilterField.Kind => words.Kinds,
            FilterField.Status => words.Statuses,
            _ => ["2026-01-06", "2026-01-01..2026-01-31"],
        };

    private static bool IsExcluding(string sign) => Folding.Fold(sign) is "!=" or "<>" or "\u2260";

    /// <summary>Null for signs that mean nothing together.</summary>
    private static FilterBound? BoundOf(string sign) =>
        Folding.Fold(sign) switch
        {
            ">=" or "=>" or ":>=" or ">==" or ">:" or "\u2265" or "\u2267" => FilterBound.AtLeast,
            "<=" or "=<" or ":<=" or "<==" or "<:" or "\u2264" or "\u2266" => FilterBound.AtMost,
            ">" or ":>" => FilterBound.Over,
            "<" or ":<" => FilterBound.Under,
            ":" or "=" or "==" or ":=" or "=:" or "::" or "!=" or "<>" or "\u2260" => FilterBound.Equal,
            _ => null,
        };

    private Filter? Failed(
        FilterProblem problem,
        int at,
        string written,
        FilterField? field,
        IReadOnlyList<string> possible,
        string? meant = null
    )
    {
        Error ??= new FilterError(problem, at, written, field, possible) { Meant = meant };
        return null;
    }

    /// <summary>NFKC on one line, without quotation marks.</summary>
    private static string Plain(string text)
    {
        // What is dropped may let its neighbours compose.
        while (true)
        {
            var plain = OnceMore(text);
            if (plain == text)
            {
                return plain;
            }

            text = plain;
        }
    }

    private static string OnceMore(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
        {
            plain.Append(
                FilterTokenizer.IsQuotation(c) || Folding.IsInvisible(c) ? ""
                : char.IsControl(c) || char.IsWhiteSpace(c) ? " "
                : c.ToString()
            );
        }

        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
