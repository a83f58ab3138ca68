using System.Globalization;

namespace Bot.Chat.Text;

/// <summary>Divides text into user-perceived characters (UAX #29), so that no emoji or accented letter is broken.</summary>
public static class Graphemes
{
    public static IEnumerable<string> Of(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            yield return elements.GetTextElement();
        }
    }

    public static int Count(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>Grapheme boundaries as offsets in UTF-16 code units, including the end but not 0.</summary>
    public static IReadOnlyList<int> Boundaries(string text)
    {
        var starts = StringInfo.ParseCombiningCharacters(text);
        return text.Length == 0 ? [] : [.. starts.Skip(1), text.Length];
    }

    /// <summary>The text, or as many whole graphemes as fit with an ellipsis in the given number of UTF-16 code units.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = Boundaries(text).LastOrDefault(boundary => boundary < most);
        return text[..end].TrimEnd() + "…";
    }
}
