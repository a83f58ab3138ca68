using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Briefings.Dates;

/// <summary>The characters that mark Japanese, Chinese and Korean dates and numbers, from dates.json.</summary>
internal sealed class DateWords
{
    private static readonly Lazy<DateWords> Embedded = new(Load);

    /// <summary>By character, from U+3000 on; one more than its value, zero for what is no numeral.</summary>
    private readonly short[] _numerals = new short['\uA000' - '\u3000'];

    private DateWords(DateWordsFile file)
    {
        (Year, Month, Day, FirstYear) = (Marks(file.Year), Marks(file.Month), Marks(file.Day), Marks(file.FirstYear));
        Eras = [.. file.Eras.Select(era => (era.Key, era.Value))];
        Keys = file.Keys;
        Numerals = [.. file.Numerals.Keys.Select(key => key[0])];
        foreach (var (key, value) in file.Numerals)
        {
            _numerals[key[0] - '\u3000'] = (short)(value + 1);
        }
    }

    public static DateWords Default => Embedded.Value;

    /// <summary>Characters that follow a year's number.</summary>
    public string Year { get; }

    public string Month { get; }

    public string Day { get; }

    /// <summary>Denotes the first year of an era.</summary>
    public string FirstYear { get; }

    /// <summary>Name of an era, and the year before its first.</summary>
    public (string Name, int Before)[] Eras { get; }

    /// <summary>Front matter keys that contain a date.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>0 to 9 for a digit, 10, 100 or 1000 for a unit; -1 if the character is not a numeral.</summary>
    public int Numeral(char c) => c is >= '\u3000' and < '\uA000' ? _numerals[c - '\u3000'] - 1 : -1;

    /// <summary>The characters that are numerals.</summary>
    public IReadOnlyList<char> Numerals { get; }

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
