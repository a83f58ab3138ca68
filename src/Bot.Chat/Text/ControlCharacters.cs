using System.Globalization;
using System.Text;

namespace Bot.Chat.Text;

/// <summary>Makes foreign names safe to show on a terminal and in a log line without hiding anything.</summary>
public static class ControlCharacters
{
    /// <summary>
    /// The text with every control character, line or paragraph separator, bidirectional control and lone surrogate
    /// written as <c>\u001B</c>, so none of them can move the cursor, start a line or reverse one.
    /// </summary>
    public static string Escape(string text)
    {
        if (!text.Any(IsDangerous))
        {
            return text;
        }

        var safe = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                safe.Append(text, i++, 2);
            }
            else if (IsDangerous(text[i]))
            {
                safe.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:X4}");
            }
            else
            {
                safe.Append(text[i]);
            }
        }

        return safe.ToString();
    }

    private static bool IsDangerous(char c) =>
        char.IsControl(c)
        || char.IsSurrogate(c)
        || c is '\u2028' or '\u2029' or '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
