using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Briefings.Dates;

/// <summary>The characters that mark Japanese, Chinese and Korean dates and numbers, from dates.json.</summary>
internal sealed class DateWords
{
    private static readonly Lazy<DateWords> Embedded = new(Load);

    private readonly FrozenDictionary<char, int> _numerals;

    private DateWords(DateWordsFile file)
    {
        (Year, Month, Day, FirstYear) = (Marks(file.Year), Marks(file.Month), Marks(file.Day), Marks(file.FirstYear));
        Eras = [.. file.Eras.Select(era => (era.Key, era.Value))];
        Keys = file.Keys;
        _numerals = file.Numerals.ToFrozenDictionary(pair => pair.Key[0], pair => pair.Value);
    }

    public static DateWords Default => Embedded.Value;

    /// <summary>Characters that follow a year's number.</summary>
    public string Year { get; }

    public string Month { get; }

    public string Day { get; }

    /// <summary>Denotes the first year of an era.</summary>
    public string FirstYear { get; }

    /// <summary>Name of an era, and the year before its first.</summary>
    public IReadOnlyList<(string Name, int Before)> Eras { get; }

    /// <summary>Front matter keys that contain a date.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>0 to 9 for a digit, 10, 100 or 1000 for a unit; -1 if the character is not a numeral.</summary>
    public int Numeral(char c) => _numerals.GetValueOrDefault(c, -1);

    private static string Marks(IEnumerable<string> marks) => string.Concat(marks);

    private static DateWords Load()
    {
        using var stream = typeof(DateWords).Assembly.GetManifestResourceStream("Dates/dates.json")!;
        return new DateWords(JsonSerializer.Deserialize(stream, DateWordsJson.Default.DateWordsFile)!);
    }
}

/// <summary>The contents of dates.json.</summary>
internal sealed record DateWordsFile(
    List<string> Year,
    List<string> Month,
    List<string> Day,
    List<string> FirstYear,
    Dictionary<string, int> Eras,
    Dictionary<string, int> Numerals,
    List<string> Keys
);

[JsonSerializable(typeof(DateWordsFile))]
internal sealed partial class DateWordsJson : JsonSerializerContext;
