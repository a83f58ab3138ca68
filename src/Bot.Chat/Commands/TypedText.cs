using System.Buffers;
using System.Text;
using Bot.Chat.Text;

namespace Bot.Chat.Commands;

/// <summary>
/// Normalizes a line that people type or paste: NFKC, without invisible characters, and without code and emphasis marks
/// around words. Never throws, whatever was typed.
/// </summary>
public static class TypedText
{
    private const string Marks = "`*~";

    private static readonly SearchValues<char> WhiteSpace = SearchValues.Create(
        Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(char.IsWhiteSpace).ToArray()
    );

    /// <summary>Words separated by single spaces; the inside of a word is unchanged.</summary>
    public static string Plain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // A lone surrogate arrives as the replacement character, which can be normalized.
            whole.Append(rune.ToString());
        }

        var words = Invisible
            .Drop(whole.ToString())
            .Normalize(NormalizationForm.FormKC)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(WithoutMarks)
            .Where(word => word.Length > 0);
        return string.Join(' ', words);
    }

    /// <summary>The first word and the rest, both trimmed.</summary>
    public static (string First, string Behind) First(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        var end = trimmed.AsSpan().IndexOfAny(WhiteSpace);
        return end < 0 ? (trimmed, "") : (trimmed[..end], trimmed[end..].Trim());
    }

    /// <summary>A word without surrounding punctuation, as in <c>funding,</c> or at the end of a question.</summary>
    public static string WithoutPunctuation(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var (start, end) = (0, word.Length);
        while (start < end && IsPunctuation(word[start]))
        {
            start++;
        }

        while (end > start && IsPunctuation(word[end - 1]))
        {
            end--;
        }

        return word[start..end];
    }

    private static bool IsPunctuation(char character) => char.IsPunctuation(character) || char.IsWhiteSpace(character);

    /// <summary>Removes marks at the end, also before closing punctuation.</summary>
    private static string WithoutEndMarks(string word)
    {
        var closing = word.Length;
        while (closing > 0 && IsPunctuation(word[closing - 1]) && !Marks.Contains(word[closing - 1], StringComparison.Ordinal))
        {
            closing--;
        }

        return word[..closing].TrimEnd([.. Marks]) + word[closing..];
    }

    private static string WithoutMarks(string word)
    {
        var bare = WithoutEndMarks(word.TrimStart([.. Marks]));
        // _funding_ is emphasis, snake_case is a word.
        return bare is ['_', .., '_'] && bare.Trim('_').Length > 0 ? bare.Trim('_') : bare;
    }
}
