using Bot.Briefings.Model;

namespace Bot.Briefings.Reading;

/// <summary>Decides a document's language by its sections: each is Japanese or English by its letters.</summary>
internal sealed class LanguageDetector
{
    /// <summary>Fewer letters say nothing (a section of figures and names).</summary>
    private const int LeastLetters = 16;

    /// <summary>Japanese text is full of Latin names; English text has hardly a Japanese letter.</summary>
    private const double JapaneseShare = 0.2;

    /// <summary>The beginning of a section speaks for it.</summary>
    private const int Sample = 400;

    private int _japanese;
    private int _english;

    public BriefingLanguage Language =>
        _japanese > 0 && _english > 0 ? BriefingLanguage.Mixed : _english > 0 ? BriefingLanguage.English : BriefingLanguage.Japanese;

    public bool IsUndecided => _japanese + _english == 0;

    public void Add(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, Sample)];
        var japanese = 0;
        var latin = 0;
        foreach (var c in text)
        {
            // Kana and kanji stand in one range; punctuation and full-width forms are outside it.
            if (c >= '\u3041')
            {
                japanese += c <= '\u9FFF' ? 1 : 0;
            }
            else
            {
                latin += char.IsAsciiLetter(c) ? 1 : 0;
            }
        }

        if (japanese + latin < LeastLetters)
        {
            return;
        }

        if (japanese > (japanese + latin) * JapaneseShare)
        {
            _japanese++;
        }
        else
        {
            _english++;
        }
    }
}
