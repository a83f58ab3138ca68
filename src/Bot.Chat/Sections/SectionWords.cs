using System.Text;
using Bot.Briefings.Model;

namespace Bot.Chat.Sections;

/// <summary>
/// Section kinds as people write them: by their kebab-case name, their name in either language, or a word for one or
/// several.
/// </summary>
public static class SectionWords
{
    private const int MostWords = 4;

    private static readonly char[] Commas = [',', ';', '\u3001', '\uFF0C', '\uFF1B'];

    private static readonly Dictionary<string, IReadOnlyList<SectionKind>> ByWord = Words();

    /// <summary>Every kind, in canonical order.</summary>
    public static IReadOnlyList<SectionKind> All { get; } = Enum.GetValues<SectionKind>();

    /// <summary>The name used in subscriptions and calls: <c>technology-news</c> for <see cref="SectionKind.TechnologyNews"/>.</summary>
    public static string ValueOf(SectionKind kind) =>
        string.Concat(
            kind.ToString()
                .Select(
                    (letter, index) => char.IsUpper(letter) ? (index == 0 ? "" : "-") + char.ToLowerInvariant(letter) : letter.ToString()
                )
        );

    public static LocalizedText NameOf(SectionKind kind) => Both($"Section.{ValueOf(kind)}");

    /// <summary>The section names as a list; "all sections" if empty.</summary>
    public static string Listed(IReadOnlyCollection<SectionKind> sections, Locale locale) =>
        sections.Count == 0
            ? Texts.In(locale)["Section.All"]
            : string.Join(Texts.In(locale).Separator, sections.Select(section => NameOf(section).In(locale)));

    /// <summary>The kinds that a single name stands for; null if it is none.</summary>
    public static IReadOnlyList<SectionKind>? KindsOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ByWord.GetValueOrDefault(Key(name));
    }

    /// <summary>Splits a text into the kinds it names and the words that name none.</summary>
    public static SectionReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (sections, unknown, all) = (new HashSet<SectionKind>(), new List<string>(), false);
        foreach (var piece in text.Split(Commas, StringSplitOptions.RemoveEmptyEntries))
        {
            var words = piece.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            for (var place = 0; place < words.Length; )
            {
                // The longest name wins: "technology news" is one kind, not two words.
                var length = Enumerable
                    .Range(1, Math.Min(MostWords, words.Length - place))
                    .LastOrDefault(length => Find(words.AsSpan(place, length)) is not null);
                if (length == 0)
                {
                    unknown.Add(words[place++]);
                    continue;
                }

                var found = Find(words.AsSpan(place, length))!;
                all |= found.Count == All.Count;
                sections.UnionWith(found);
                place += length;
            }
        }

        return new SectionReading([.. all ? [] : All.Where(sections.Contains)], all, unknown);
    }

    private static IReadOnlyList<SectionKind>? Find(ReadOnlySpan<string> words) => ByWord.GetValueOrDefault(Key(string.Concat(words!)));

    private static Dictionary<string, IReadOnlyList<SectionKind>> Words()
    {
        var words = new Dictionary<string, IReadOnlyList<SectionKind>>();
        foreach (var kind in Enum.GetValues<SectionKind>())
        {
            var name = NameOf(kind);
            Add([kind], [ValueOf(kind), name.Japanese, name.English, .. Listed($"SectionWords.{ValueOf(kind)}")]);
        }

        Add([SectionKind.TechnologyNews, SectionKind.MarketingNews], Listed("SectionWords.News"));
        Add(Enum.GetValues<SectionKind>(), Listed("SectionWords.All"));
        return words;

        void Add(IReadOnlyList<SectionKind> kinds, IEnumerable<string> names)
        {
            foreach (var name in names)
            {
                words.TryAdd(Key(name), kinds);
            }
        }
    }

    private static IEnumerable<string> Listed(string key)
    {
        var both = Both(key);
        return both.Japanese.Split(' ').Concat(both.English.Split(' '));
    }

    private static LocalizedText Both(string key) => new(Texts.In(Locale.Japanese)[key], Texts.In(Locale.English)[key]);

    private static string Key(string word) =>
        string.Concat(word.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(char.IsLetterOrDigit));
}
