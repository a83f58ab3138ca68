using Bot.Briefings.Model;

namespace Bot.Briefings.Companies;

/// <summary>
/// Spellings that mean the same company, by <see cref="CompanyName.Key"/>. Immutable. As text a line each: the usual name, an equals sign,
/// the other spellings between commas; a line that begins with # is a remark.
/// </summary>
public sealed class CompanyAliases
{
    private const int LongestName = 80;

    private static readonly char[] Commas = [',', '\u3001', '\uFF0C'];

    private static readonly Lazy<CompanyAliases> Embedded = new(() => Read(ShippedText()).Aliases);

    private readonly Dictionary<string, IReadOnlyList<string>> _spellings = new(StringComparer.Ordinal);

    private CompanyAliases() { }

    /// <summary>Those that the bot knows by itself.</summary>
    public static CompanyAliases Shipped => Embedded.Value;

    /// <summary>The number of spellings.</summary>
    public int Count => _spellings.Count;

    /// <summary>All spellings of a company, the usual name first; empty for one that is not known.</summary>
    public IReadOnlyList<string> Of(string name) => _spellings.GetValueOrDefault(CompanyName.Key(name)) ?? [];

    /// <summary>Reads the text; a line with a problem is left out. Lines count from 1.</summary>
    public static (CompanyAliases Aliases, IReadOnlyList<CompanyAliasProblem> Problems) Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var aliases = new CompanyAliases();
        var problems = new List<CompanyAliasProblem>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, whole) in text.Split('\n').Index())
        {
            var line = whole.Trim().TrimStart('\uFEFF');
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (aliases.Add(line, index + 1, lines) is { } problem)
            {
                problems.Add(problem);
            }
        }

        return (aliases, problems);
    }

    /// <summary>These and others; a company that both know has the spellings of both.</summary>
    public CompanyAliases With(CompanyAliases others)
    {
        ArgumentNullException.ThrowIfNull(others);
        var all = new CompanyAliases();
        foreach (var group in _spellings.Values.Concat(others._spellings.Values).Distinct())
        {
            all.Join(group);
        }

        return all;
    }

    private CompanyAliasProblem? Add(string line, int number, Dictionary<string, int> lines)
    {
        var equals = line.IndexOfAny(['=', '\uFF1D']);
        var names = equals < 0 ? [] : line[(equals + 1)..].Split(Commas).Prepend(line[..equals]).Select(name => name.Trim()).ToList();
        if (names.Count < 2)
        {
            return new(number, CompanyAliasFault.NoEquals, line);
        }

        if (names.Find(name => name.Length > LongestName || CompanyName.Key(name).Length == 0) is { } empty)
        {
            return new(number, CompanyAliasFault.NoName, empty);
        }

        foreach (var key in names.Select(CompanyName.Key).Distinct())
        {
            if (!lines.TryAdd(key, number) && lines[key] != number)
            {
                return new(number, CompanyAliasFault.Twice, names.First(name => CompanyName.Key(name) == key)) { Other = lines[key] };
            }
        }

        Join(names);
        return null;
    }

    private void Join(IReadOnlyList<string> names)
    {
        IReadOnlyList<string> all =
        [
            .. names
                .Select(name => _spellings.GetValueOrDefault(CompanyName.Key(name)))
                .OfType<IReadOnlyList<string>>()
                .SelectMany(known => known)
                .Concat(names)
                .DistinctBy(CompanyName.Key),
        ];
        foreach (var name in all)
        {
            _spellings[CompanyName.Key(name)] = all;
        }
    }

    private static string ShippedText()
    {
        using var stream = typeof(CompanyAliases).Assembly.GetManifestResourceStream("Companies/companies.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
