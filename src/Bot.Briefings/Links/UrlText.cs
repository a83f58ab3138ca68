using System.Buffers;
using System.Text;

namespace Bot.Briefings.Links;

/// <summary>Bare addresses in a text.</summary>
internal static class UrlText
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n<>\"|「」『』（）【】〔〕、。，；！？\u3000\u0001");

    private static readonly string[] UnsafeSchemes = ["javascript:", "data:", "vbscript:", "file:", "ftp:", "blob:"];

    /// <summary>Start of the next http(s) address, or -1; <paramref name="end"/> is after its last character.</summary>
    public static int FindHttp(ReadOnlySpan<char> text, int from, out int end)
    {
        end = -1;
        while (from < text.Length)
        {
            var offset = text[from..].IndexOf("http", StringComparison.OrdinalIgnoreCase);
            if (offset < 0)
            {
                return -1;
            }

            var start = from + offset;
            var rest = text[start..];
            var scheme =
                rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8
                : rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7
                : 0;
            var before = start > 0 ? text[start - 1] : ' ';
            if (scheme > 0 && !char.IsAsciiLetterOrDigit(before))
            {
                var length = rest.IndexOfAny(Ends);
                length = Trimmed(length < 0 ? rest : rest[..length]);
                if (length > scheme)
                {
                    end = start + length;
                    return start;
                }
            }

            from = start + 4;
        }

        return -1;
    }

    /// <summary>The first bare address with a scheme that must not be followed, or null.</summary>
    public static string? FindUnsafe(string text)
    {
        foreach (var scheme in text.Contains(':') ? UnsafeSchemes : [])
        {
            var start = text.IndexOf(scheme, StringComparison.OrdinalIgnoreCase);
            if (
                start >= 0
                && (start == 0 || !char.IsLetterOrDigit(text[start - 1]))
                && start + scheme.Length < text.Length
                && text[start + scheme.Length] is not (' ' or '\u3000')
            )
            {
                var length = text.AsSpan(start).IndexOfAny(Ends);
                return length < 0 ? text[start..] : text.Substring(start, length);
            }
        }

        return null;
    }

    /// <summary>Without Markdown's backslashes.</summary>
    public static string Unescape(string text)
    {
        if (!text.Contains('\\'))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && (char.IsPunctuation(text[i + 1]) || char.IsSymbol(text[i + 1])))
            {
                i++;
            }

            result.Append(text[i]);
        }

        return result.ToString();
    }

    /// <summary>Length without the surrounding sentence's punctuation; a closing bracket stays if it was opened inside.</summary>
    private static int Trimmed(ReadOnlySpan<char> url)
    {
        while (url.Length > 0)
        {
            var last = url[^1];
            if (
                last is '.' or ',' or ';' or ':' or '!' or '?' or '*' or '\'' or '`' or '’'
                || (last == ')' && url.Count(')') > url.Count('('))
                || (last == ']' && url.Count(']') > url.Count('['))
            )
            {
                url = url[..^1];
            }
            else
            {
                break;
            }
        }

        return url.Length;
    }
}
