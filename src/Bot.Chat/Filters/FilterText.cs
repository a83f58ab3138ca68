using Bot.Briefings.Filters;
using Bot.Chat.Text;

namespace Bot.Chat.Filters;

/// <summary>Filters and what is wrong with them, in a reader's language.</summary>
public static class FilterText
{
    private const int LongestShown = 24;

    /// <summary>The canonical form, with the fields' names in the language.</summary>
    public static string Of(Filter filter, Locale locale) =>
        locale == Locale.Japanese ? FilterPrinter.PrintJapanese(filter) : FilterPrinter.Print(filter);

    /// <summary>What is wrong, and at which character.</summary>
    public static string Of(FilterError error, Locale locale)
    {
        ArgumentNullException.ThrowIfNull(error);
        var texts = Texts.In(locale);
        var (at, written) = (error.At + 1, Graphemes.Cut(Invisible.Drop(error.Written), LongestShown));
        var field = error.Field is { } named ? NameOf(named, locale) : "";
        return error.Problem switch
        {
            FilterProblem.TooLong => texts.Format("FilterTooLong", FilterReader.MaxLength),
            FilterProblem.TooManyTerms => texts.Format("FilterTooManyTerms", FilterReader.MaxTerms),
            FilterProblem.TooDeep => texts.Format("FilterTooDeep", at, FilterReader.MaxDepth),
            FilterProblem.TermMissing => texts.Format("FilterTermMissing", at),
            FilterProblem.NotOpened => texts.Format("FilterNotOpened", at),
            FilterProblem.NotClosed => texts.Format("FilterNotClosed", at),
            FilterProblem.UnknownField => texts.Format("FilterUnknownField", at, written),
            FilterProblem.ValueMissing => texts.Format("FilterValueMissing", at, field),
            FilterProblem.UnknownValue => texts.Format("FilterUnknownValue", at, written, field),
            FilterProblem.UnknownSign => texts.Format("FilterUnknownSign", at, written),
            FilterProblem.NotComparable => texts.Format("FilterNotComparable", at, written, field),
            _ => texts["FilterEmpty"],
        };
    }

    /// <summary>What was probably meant; null if nothing is near.</summary>
    public static string? Meant(FilterError error, Locale locale)
    {
        ArgumentNullException.ThrowIfNull(error);
        return error.Meant is { } meant ? Texts.In(locale).Format("FilterMeant", Graphemes.Cut(Invisible.Drop(meant), LongestShown)) : null;
    }

    /// <summary>The whole text with what was probably meant in its place; null if nothing is near.</summary>
    public static string? Mended(FilterError error, string text)
    {
        ArgumentNullException.ThrowIfNull(error);
        ArgumentNullException.ThrowIfNull(text);
        return
            error.Meant is { } meant
            && error.At + error.Written.Length <= text.Length
            && string.CompareOrdinal(text, error.At, error.Written, 0, error.Written.Length) == 0
            ? text[..error.At] + meant + text[(error.At + error.Written.Length)..]
            : null;
    }

    /// <summary>What could stand there instead; null if that cannot be said.</summary>
    public static string? Possible(FilterError error, Locale locale)
    {
        ArgumentNullException.ThrowIfNull(error);
        var texts = Texts.In(locale);
        return error.Problem == FilterProblem.UnknownField
                ? texts.Format(
                    "FilterFields",
                    string.Join(texts.Separator, Enum.GetValues<FilterField>().Select(field => NameOf(field, locale)))
                )
            : error.Possible.Count == 0 ? null
            : texts.Format("FilterPossible", string.Join(texts.Separator, error.Possible));
    }

    private static string NameOf(FilterField field, Locale locale) =>
        locale == Locale.Japanese ? FilterWords.Default.JapaneseOf(field) : FilterWords.NameOf(field);
}
