using System.Buffers;
using System.Text;
using Bot.Chat.Text;

namespace Bot.Chat.Commands;

/// <summary>
/// A line as people type or paste it, made plain: in NFKC, without characters that nobody sees, without the marks of code and
/// emphasis around its words. Never throws, whatever was typed.
/// </summary>
public static class TypedText
{
    private const string Marks = "`*~";

    private static readonly SearchValues<char> WhiteSpace =
        SearchValues.Create(Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(char.IsWhiteSpace).ToArray());

    /// <summary>Words with single spaces between them; what stands inside a word stays.</summary>
    public static string Plain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // A lone half of a pair comes as the replacement character, which can be normalized.
            whole.Append(rune.ToString());
        }

        var words = Invisible.Drop(whole.ToString()).Normalize(NormalizationForm.FormKC)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(WithoutMarks)
            .Where(word => word.Length > 0);
        return string.Join(' ', words);
    }

    /// <summary>The first word and what follows it, each without white space around it.</summary>
    public static (string First, string Behind) First(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        var end = trimmed.AsSpan().IndexOfAny(WhiteSpace);
        return end < 0 ? (trimmed, "") : (trimmed[..end], trimmed[end..].Trim());
    }

    /// <summary>A word without punctuation around it: what is left of <c>funding,</c> or of a question's end.</summary>
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

    /// <summary>Marks at the end, also before the punctuation that closes a sentence.</summary>
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
