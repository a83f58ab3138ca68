using Bot.Answers.Replies;

namespace Bot.Answers.Arguments;

/// <summary>The words of a call's text. Each argument takes those it understands; the rest are left over.</summary>
public sealed class ArgumentWords
{
    private readonly List<string> _words;

    public ArgumentWords(string text) => _words = [.. AskedText.Clean(text).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The words not yet taken, in their original order.</summary>
    public string Left => string.Join(' ', _words);

    public bool IsEmpty => _words.Count == 0;

    /// <summary>Whether any run of up to <paramref name="most"/> words is of the given kind.</summary>
    public bool Holds(int most, Func<string, bool> isOfKind) => First(most, isOfKind) is not null;

    /// <summary>The first run of words of the given kind, the longest at its position; null if there is none.</summary>
    public string? First(int most, Func<string, bool> isOfKind) =>
        Run(most, isOfKind) is var (place, length) && length > 0 ? Joined(place, length) : null;

    /// <summary>Takes the first run of words that can be read, the longest at its position.</summary>
    /// <param name="most">Maximum number of words in a run, from 1.</param>
    /// <param name="read">Returns null for words it does not understand.</param>
    public T? Take<T>(int most, Func<string, T?> read)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(read);
        T? value = null;
        var (place, length) = Run(most, words => (value = read(words)) is not null);
        _words.RemoveRange(place, length);
        return value;
    }

    private (int Place, int Length) Run(int most, Func<string, bool> isOfKind)
    {
        for (var place = 0; place < _words.Count; place++)
        {
            for (var length = Math.Min(most, _words.Count - place); length > 0; length--)
            {
                if (isOfKind(Joined(place, length)))
                {
                    return (place, length);
                }
            }
        }

        return (0, 0);
    }

    private string Joined(int place, int length) => string.Join(' ', _words.GetRange(place, length));
}
