using Bot.Briefings.Model;
using Bot.Briefings.Text;

namespace Bot.Briefings.Reading;

/// <summary>Decides a document's language by its sections: each is Japanese or English by its letters.</summary>
internal sealed class LanguageDetector
{
    /// <summary>Fewer letters say nothing (a section of figures and names).</summary>
    private const int LeastLetters = 16;

    /// <summary>Japanese text is full of Latin names; English text has hardly a Japanese letter.</summary>
    private const double JapaneseShare = 0.2;

    private int _japanese;
    private int _english;

    public BriefingLanguage Language =>
        _japanese > 0 && _english > 0 ? BriefingLanguage.Mixed : _english > 0 ? BriefingLanguage.English : BriefingLanguage.Japanese;

    public bool IsUndecided => _japanese + _english == 0;

    public void Add(ReadOnlySpan<char> text)
    {
        var japanese = 0;
        var latin = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiLetter(c))
            {
                latin++;
            }
            else if (c > '\u3000' && Folding.IsJapanese(c))
            {
                japanese++;
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
