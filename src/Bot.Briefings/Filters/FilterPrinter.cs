using System.Globalization;
using Bot.Briefings.Model;

namespace Bot.Briefings.Filters;

/// <summary>
/// Writes a filter in its one canonical form, which is read as the same filter at any time: days instead of "last month", canonical names
/// of stages and sections, OR and brackets written out, AND left out.
/// </summary>
public static class FilterPrinter
{
    private static readonly FilterTokenizer Tokenizer = new(FilterWords.Default);

    public static string Print(Filter filter) => Print(filter, FilterWords.NameOf);

    /// <summary>The same with the fields' Japanese names, for readers; means the same.</summary>
    public static string PrintJapanese(Filter filter) => Print(filter, FilterWords.Default.JapaneseOf);

    /// <summary>Whether the text is read as one word without quotation marks.</summary>
    internal static bool IsBare(string text) => char.IsLetterOrDigit(text[0]) && Tokenizer.IsOneWord(text);

    private static string Print(Filter filter, Func<FilterField, string> name)
    {
        return filter switch
        {
            Filter.Any any => string.Join(" OR ", any.Parts.Select(part => Print(part, name))),
            Filter.All all => string.Join(' ', all.Parts.Select(part => Bracketed(part, name, part is Filter.Any))),
            Filter.Not not => "NOT " + Bracketed(not.Part, name, not.Part is Filter.Any or Filter.All),
            Filter.Words words => !words.IsLiteral && IsBare(words.Text) ? words.Text : Quoted(words.Text),
            Filter.Amount amount => name(FilterField.Amount) + Sign(amount.Bound) + FilterAmounts.Print(amount.Value, amount.Currency),
            Filter.Company company => Named(FilterField.Company, Name(company.Name)),
            Filter.Investor investor => Named(FilterField.Investor, Name(investor.Name)),
            Filter.Stage stage => Named(FilterField.Stage, stage.Name),
            Filter.Date { From: { } from, To: { } to } when from == to => Named(FilterField.Date, Iso(from)),
            Filter.Date date => Named(FilterField.Date, $"{Iso(date.From)}..{Iso(date.To)}"),
            Filter.Section section => Named(FilterField.Section, SectionKindName.Of(section.Of)),
            Filter.Kind kind => Named(FilterField.Kind, FilterWords.NameOf(kind.Of)),
            Filter.Status status => Named(FilterField.Status, status.Of.ToString().ToLowerInvariant()),
            _ => throw new ArgumentOutOfRangeException(nameof(filter)),
        };

        string Named(FilterField field, string value) => $"{name(field)}:{value}";
    }

    private static string Bracketed(Filter filter, Func<FilterField, string> name, bool isBracketed) =>
        isBracketed ? $"({Print(filter, name)})" : Print(filter, name);

    private static string Name(string value) =>
        value.All(c => char.IsLetterOrDigit(c) || c is '-' or '.' or '_' or '&')
        && !FilterWords.Default.Except.Any(word => value.EndsWith(word, StringComparison.Ordinal))
            ? value
            : Quoted(value);

    private static string Quoted(string value) => $"\"{value}\"";

    private static string Sign(FilterBound bound) =>
        bound switch
        {
            FilterBound.AtLeast => ">=",
            FilterBound.Over => ">",
            FilterBound.AtMost => "<=",
            FilterBound.Under => "<",
            _ => "=",
        };

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
