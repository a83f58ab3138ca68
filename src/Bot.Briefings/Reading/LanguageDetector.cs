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
        var (kana, kanji, hangul, latin) = (0, 0, 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == 'h' && text[i..].StartsWith("http"))
            {
                // An address has no language.
                var end = text[i..].IndexOfAnyExceptInRange('!', '~');
                i = end < 0 ? text.Length : i + end;
            }
            else if (c < '\u1100')
            {
                latin += char.IsAsciiLetter(c) ? 1 : 0;
            }
            else if (Folding.IsHiragana(c) || Folding.IsKatakana(c))
            {
                kana++;
            }
            else if (Folding.IsKanji(c))
            {
                kanji++;
            }
            else
            {
                hangul += Folding.IsHangul(c) ? 1 : 0;
            }
        }

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
