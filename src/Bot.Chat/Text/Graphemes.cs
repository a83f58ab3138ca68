using System.Globalization;

namespace Bot.Chat.Text;

/// <summary>Text by what a reader sees as one character (UAX #29), so that no emoji or accent is torn apart.</summary>
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

    /// <summary>Offsets in UTF-16 code units between two graphemes, the end included, 0 not.</summary>
    public static IReadOnlyList<int> Boundaries(string text)
    {
        var starts = StringInfo.ParseCombiningCharacters(text);
        return text.Length == 0 ? [] : [.. starts.Skip(1), text.Length];
    }

    /// <summary>The text, or as many whole graphemes of it as fit with an ellipsis into a number of UTF-16 code units.</summary>
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
