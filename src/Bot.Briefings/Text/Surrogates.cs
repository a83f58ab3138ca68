using System.Text;

namespace Bot.Briefings.Text;

/// <summary>Lone surrogates: no text has them, but strings can, and normalization throws on them.</summary>
public static class Surrogates
{
    /// <summary>The text with U+FFFD for each lone surrogate; same length.</summary>
    public static string ReplaceLone(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 || IsWellFormed(text))
        {
            return text;
        }

        return string.Create(
            text.Length,
            text,
            static (replaced, original) =>
            {
                original.CopyTo(replaced);
                for (var i = 0; i < replaced.Length; i++)
                {
                    if (char.IsHighSurrogate(replaced[i]) && i + 1 < replaced.Length && char.IsLowSurrogate(replaced[i + 1]))
                    {
                        i++;
                    }
                    else if (char.IsSurrogate(replaced[i]))
                    {
                        replaced[i] = (char)Rune.ReplacementChar.Value;
                    }
                }
            }
        );
    }

    private static bool IsWellFormed(string text)
    {
        var rest = text.AsSpan();
        while (rest.IndexOfAnyInRange('\uD800', '\uDFFF') is >= 0 and var at)
        {
            if (at + 1 >= rest.Length || !char.IsSurrogatePair(rest[at], rest[at + 1]))
            {
                return false;
            }

            rest = rest[(at + 2)..];
        }

        return true;
    }
}
