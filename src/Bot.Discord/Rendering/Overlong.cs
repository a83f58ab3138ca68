using System.Text;
using Bot.Chat.Text;

namespace Bot.Discord.Rendering;

/// <summary>
/// The last resort for what could not be split as a tree: texts continue in the next message, never cutting a character.
/// </summary>
internal static class Overlong
{
    // Leaves room for what a cut adds, and for a role's mention.
    private const int MostBytes = 6000;
    private const int MostCharacters = 3000;
    private const int MostComponents = 30;
    private const int LongestGrapheme = 100;

    public static IEnumerable<IReadOnlyList<Component>> Cut(IReadOnlyList<Component> components)
    {
        var part = new List<Component>();
        int bytes = 0,
            characters = 0;
        foreach (var piece in components.SelectMany(Pieces))
        {
            if (
                part.Count > 0
                && (bytes + piece.Bytes > MostBytes || characters + piece.Characters > MostCharacters || part.Count == MostComponents)
            )
            {
                yield return part;
                (part, bytes, characters) = ([], 0, 0);
            }

            part.Add(piece);
            bytes += piece.Bytes;
            characters += piece.Characters;
        }

        if (part.Count > 0)
        {
            yield return part;
        }
    }

    private static IEnumerable<Component> Pieces(Component component)
    {
        if (
            component is not Component.TextDisplay { Content: var whole }
            || (component.Bytes <= MostBytes && component.Characters <= MostCharacters)
        )
        {
            return [component];
        }

        // A cut inside code would leave the rest unfenced in the next message, where it could become active.
        var text = CodeSpans.AsWords(whole);
        var pieces = new List<Component>();
        var from = 0;
        var last = 0;
        var bytes = 0;
        foreach (var end in Boundaries(text))
        {
            var size = Encoding.UTF8.GetByteCount(text.AsSpan(last, end - last));
            // Never between a backslash and what it escapes.
            if (last > from && (bytes + size > MostBytes || end - from > MostCharacters) && text[last - 1] != '\\')
            {
                pieces.Add(new Component.TextDisplay(text[from..last]));
                (from, bytes) = (last, 0);
            }

            bytes += size;
            last = end;
        }

        pieces.Add(new Component.TextDisplay(text[from..]));
        return pieces;
    }

    /// <summary>
    /// Between graphemes; between code points if a grapheme is not a recognizable character but hundreds of combining marks.
    /// </summary>
    private static IEnumerable<int> Boundaries(string text)
    {
        var last = 0;
        foreach (var end in Graphemes.Boundaries(text))
        {
            if (end - last > LongestGrapheme)
            {
                for (var at = last + 1; at < end; at++)
                {
                    if (!char.IsLowSurrogate(text[at]))
                    {
                        yield return at;
                    }
                }
            }

            yield return last = end;
        }
    }
}
