using System.Buffers;
using Bot.Briefings.Model;
using Bot.Briefings.Text;

namespace Bot.Briefings.Reading;

/// <summary>Decides a document's language by its sections: each is Japanese, Chinese, Korean or English by its letters.</summary>
internal sealed class LanguageDetector(string source)
{
    /// <summary>Fewer letters prove nothing (a section of figures and names).</summary>
    private const int LeastLetters = 16;

    /// <summary>Japanese text is full of Latin names; English text has hardly a Japanese letter.</summary>
    private const double EasternShare = 0.2;

    /// <summary>The beginning of a section is representative.</summary>
    private const int Sample = 400;

    private static readonly SearchValues<char> Kana = SearchValues.Create([
        .. Enumerable.Range(0x3041, 0x56).Select(c => (char)c),
        .. Enumerable.Range(0x30A1, 0x5A).Select(c => (char)c),
    ]);

    /// <summary>
    /// For each character 1 to 4 for a letter: Latin, kana, kanji, hangul. Japanese text changes between them too often to branch.
    /// </summary>
    private static readonly byte[] Scripts =
    [
        .. Enumerable
            .Range(0, char.MaxValue + 1)
            .Select(code => (char)code)
            .Select(c =>
                (byte)(
                    char.IsAsciiLetter(c) ? 1
                    : Folding.IsHiragana(c) || Folding.IsKatakana(c) ? 2
                    : Folding.IsKanji(c) ? 3
                    : Folding.IsHangul(c) ? 4
                    : 0
                )
            ),
    ];

    private readonly Dictionary<BriefingLanguage, int> _sections = [];
    private bool? _hasKana;

    public BriefingLanguage Language =>
        _sections.Count switch
        {
            0 => BriefingLanguage.Japanese,
            1 => _sections.Keys.Single(),
            _ => BriefingLanguage.Mixed,
        };

    public bool IsUndecided => _sections.Count == 0;

    public void Add(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, Sample)];
        Span<int> letters = stackalloc int[5];
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == 'h' && text[i..].StartsWith("http"))
            {
                // An address has no language.
                var end = text[i..].IndexOfAnyExceptInRange('!', '~');
                i = end < 0 ? text.Length : i + end;
            }
            else
            {
                letters[Scripts[c]]++;
            }
        }

        var (latin, kana, kanji, hangul) = (letters[1], letters[2], letters[3], letters[4]);
        var eastern = kana + kanji + hangul;
        if (eastern + latin < LeastLetters)
        {
            return;
        }

        var language =
            eastern <= (eastern + latin) * EasternShare ? BriefingLanguage.English
            : hangul > kana + kanji ? BriefingLanguage.Korean
            : kana > 0 || HasKana ? BriefingLanguage.Japanese
            : BriefingLanguage.Chinese;
        _sections[language] = _sections.GetValueOrDefault(language) + 1;
    }

    /// <summary>A Japanese section may have no kana, but a Japanese document has some.</summary>
    private bool HasKana => _hasKana ??= source.AsSpan().IndexOfAny(Kana) >= 0;
}
