namespace Bot.Briefings.Text;

/// <summary>A position in a text that a scanner moves along. Never leaves the text; beyond its end it reads NUL.</summary>
internal ref struct Cursor(ReadOnlySpan<char> text, int at = 0)
{
    private readonly ReadOnlySpan<char> _text = text;

    public int At { get; set; } = at;

    public readonly ReadOnlySpan<char> Text => _text;

    public readonly bool AtEnd => At >= _text.Length;

    public readonly char Current => Peek(0);

    public readonly ReadOnlySpan<char> Rest => AtEnd ? [] : _text[At..];

    public readonly char Peek(int ahead) => At + ahead >= 0 && At + ahead < _text.Length ? _text[At + ahead] : '\0';

    public void SkipSpaces()
    {
        while (Current is ' ' or '\t')
        {
            At++;
        }
    }

    /// <summary>Moves left over spaces, so that no space precedes the position.</summary>
    public void SkipSpacesBack()
    {
        while (Peek(-1) is ' ' or '\t')
        {
            At--;
        }
    }

    public bool TrySkip(char c)
    {
        if (Current != c || AtEnd)
        {
            return false;
        }

        At++;
        return true;
    }

    public bool TrySkip(ReadOnlySpan<char> word)
    {
        if (!Rest.StartsWith(word))
        {
            return false;
        }

        At += word.Length;
        return true;
    }

    public bool TrySkip<T>(Lexicon<T> words, out Lexicon<T>.Hit hit)
    {
        if (!words.TryMatch(_text, At, out hit))
        {
            return false;
        }

        At = hit.End;
        return true;
    }

    /// <summary>Moves left over a word that ends here.</summary>
    public bool TrySkipBack<T>(Lexicon<T> words, out Lexicon<T>.Hit hit)
    {
        if (!words.TryMatchBefore(_text, At, out hit))
        {
            return false;
        }

        At = hit.Start;
        return true;
    }
}
