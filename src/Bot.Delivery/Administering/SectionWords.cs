using System.Text;
using Bot.Archive.Subscriptions;
using Bot.Chat;

namespace Bot.Delivery.Administering;

/// <summary>Section kinds as admins write them: by their kebab name, their name in either language, or a word that means it.</summary>
internal static class SectionWords
{
    private const int MostWords = 4;
    private const string Gaps = " \t\r\n　";
    private const string Commas = ",、，;；";

    private static readonly Dictionary<string, string[]> Others = new()
    {
        ["technology-news"] = ["technology", "tech", "技術", "テクノロジー", "tech news"],
        ["marketing-news"] = ["marketing", "マーケティング", "広告"],
        ["startups"] = ["startup", "funding", "資金調達", "調達"],
        ["future-tech"] = ["future", "未来", "未来技術", "deep dive", "deep dives"],
        ["analysis"] = ["分析", "comparison", "比較"],
        ["insights"] = ["insight", "示唆", "洞察"],
        ["outlook"] = ["見通し", "展望", "今後"],
        ["references"] = ["reference", "sources", "出典", "参考"],
        ["other"] = ["others", "その他"],
    };

    private static readonly Dictionary<string, string> ByWord = Words();

    public static LocalizedText NameOf(string section) => DeliveryTexts.Both($"Section.{section}");

    /// <summary>The names of sections in a list; all of them for an empty one.</summary>
    public static string Listed(IReadOnlyList<string> sections, Locale locale) => sections.Count == 0
        ? DeliveryTexts.In(locale)["Section.All"]
        : string.Join(Texts.In(locale).Separator, sections.Select(section => NameOf(section).In(locale)));

    /// <summary>Takes a text apart: the kinds it names, in kebab case, and the words that name none. "all" names none and is none of those.</summary>
    public static (IReadOnlyList<string> Sections, IReadOnlyList<string> Unknown) Read(string text)
    {
        var (sections, unknown) = (new List<string>(), new List<string>());
        foreach (var piece in text.Normalize(NormalizationForm.FormKC).Split([.. Commas], StringSplitOptions.RemoveEmptyEntries))
        {
            var words = piece.Split([.. Gaps], StringSplitOptions.RemoveEmptyEntries);
            for (var place = 0; place < words.Length;)
            {
                // The longest name wins: "technology news" is one kind, not two words.
                var length = Enumerable.Range(1, Math.Min(MostWords, words.Length - place)).LastOrDefault(length => Find(words.AsSpan(place, length)) is not null);
                if (length == 0)
                {
                    unknown.Add(words[place++]);
                    continue;
                }

                sections.Add(Find(words.AsSpan(place, length))!);
                place += length;
            }
        }

        return ([.. SectionNames.All.Where(sections.Contains)], unknown);
    }

    private static string? Find(ReadOnlySpan<string> words) => ByWord.GetValueOrDefault(Key(string.Concat(words!)));

    private static Dictionary<string, string> Words()
    {
        var words = new Dictionary<string, string> { ["all"] = "all", ["すべて"] = "all", ["全部"] = "all", ["全て"] = "all" };
        foreach (var section in SectionNames.All)
        {
            var name = NameOf(section);
            foreach (var word in Others[section].Append(section).Append(name.Japanese).Append(name.English))
            {
                words.TryAdd(Key(word), section);
            }
        }

        return words;
    }

    private static string Key(string word) => string.Concat(word.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(char.IsLetterOrDigit));
}
