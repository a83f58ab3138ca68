using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Briefings.Text;

namespace Bot.Briefings.Filters;

/// <summary>The names of fields and values, and the words that join them, from filter.json.</summary>
public sealed class FilterWords
{
    private static readonly Lazy<FilterWords> Embedded = new(Load);

    private readonly FilterWordsFile _file;
    private readonly Dictionary<string, FilterField> _fields = [];

    private FilterWords(FilterWordsFile file)
    {
        _file = file;
        foreach (var (name, others) in file.Fields)
        {
            foreach (var word in others.Prepend(name))
            {
                _fields.Add(Folding.Fold(word), Enum.Parse<FilterField>(name, ignoreCase: true));
            }
        }

        Bounds =
        [
            .. file.AtLeast.Select(word => (word, FilterBound.AtLeast)),
            .. file.Over.Select(word => (word, FilterBound.Over)),
            .. file.AtMost.Select(word => (word, FilterBound.AtMost)),
            .. file.Under.Select(word => (word, FilterBound.Under)),
        ];
    }

    public static FilterWords Default => Embedded.Value;

    /// <summary>What may stand behind an amount or a day.</summary>
    public IReadOnlyList<(string Word, FilterBound Bound)> Bounds { get; }

    /// <summary>Behind a value, excludes it.</summary>
    public IReadOnlyList<string> Except => _file.Except;

    /// <summary>The field of that name; null if there is none.</summary>
    public FilterField? Field(string word) => _fields.TryGetValue(Folding.Fold(word), out var field) ? field : null;

    /// <summary>Canonical name.</summary>
    public static string NameOf(FilterField field) => field.ToString().ToLowerInvariant();

    /// <summary>The name that Japanese readers are shown.</summary>
    public string JapaneseOf(FilterField field) => _file.Fields[NameOf(field)][0];

    public static string NameOf(FilterKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>Names of fields of which this may be a misspelling, one a field, in the script in which it was written, likeliest first.</summary>
    public IReadOnlyList<string> NearestFields(string word)
    {
        var typed = Folding.Fold(word);
        return
        [
            .. _fields
                .Select(pair => (pair.Key, pair.Value, Distance: Misspelling.Distance(typed, pair.Key)))
                .Where(one => one.Distance is not null)
                .OrderBy(one => one.Distance)
                .DistinctBy(one => one.Value)
                .Select(one => one.Key),
        ];
    }

    public IReadOnlyList<string> Fields => [.. _file.Fields.Keys];

    /// <summary>How amounts end, to find what a mistyped unit was meant to be.</summary>
    internal IReadOnlyList<string> AmountEndings => _file.AmountEndings;

    /// <summary>All names of the kinds and of the states.</summary>
    internal IEnumerable<string> ValuesOf(FilterField field) =>
        (field == FilterField.Kind ? _file.Kinds : _file.Statuses).SelectMany(pair => pair.Value.Prepend(pair.Key));

    public FilterKind? Kind(string word) => Find(_file.Kinds, word) is { } name ? Enum.Parse<FilterKind>(name, ignoreCase: true) : null;

    public IReadOnlyList<string> Kinds => [.. _file.Kinds.Keys];

    public Model.FundingStatus? Status(string word) =>
        Find(_file.Statuses, word) is { } name ? Enum.Parse<Model.FundingStatus>(name, ignoreCase: true) : null;

    public IReadOnlyList<string> Statuses => [.. _file.Statuses.Keys];

    /// <summary>Null for a word that joins nothing. Latin ones are upper case: "and" is a word.</summary>
    internal FilterToken? Joint(string word) =>
        _file.And.Contains(word) ? FilterToken.And
        : _file.Or.Contains(word) ? FilterToken.Or
        : _file.Not.Contains(word) ? FilterToken.Not
        : null;

    private static string? Find(Dictionary<string, List<string>> values, string word)
    {
        var folded = Folding.Fold(word).Trim();
        return values.FirstOrDefault(pair => pair.Key == folded || pair.Value.Any(one => Folding.Fold(one) == folded)).Key;
    }

    private static FilterWords Load()
    {
        using var stream = typeof(FilterWords).Assembly.GetManifestResourceStream("Filters/filter.json")!;
        return new FilterWords(JsonSerializer.Deserialize(stream, FilterWordsJson.Default.FilterWordsFile)!);
    }
}

/// <summary>The contents of filter.json.</summary>
internal sealed record FilterWordsFile(
    Dictionary<string, List<string>> Fields,
    Dictionary<string, List<string>> Kinds,
    Dictionary<string, List<string>> Statuses,
    List<string> And,
    List<string> Or,
    List<string> Not,
    List<string> Except,
    List<string> AtLeast,
    List<string> Over,
    List<string> AtMost,
    List<string> Under,
    List<string> AmountEndings
);

[JsonSerializable(typeof(FilterWordsFile))]
internal sealed partial class FilterWordsJson : JsonSerializerContext;
