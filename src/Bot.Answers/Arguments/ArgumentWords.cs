using Bot.Answers.Replies;

namespace Bot.Answers.Arguments;

/// <summary>The words of a call's text, from which each argument takes those that it understands; what nobody takes is left.</summary>
public sealed class ArgumentWords
{
    private readonly List<string> _words;

    public ArgumentWords(string text) => _words = [.. AskedText.Clean(text).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>What nobody has taken yet, in the order in which it was written.</summary>
    public string Left => string.Join(' ', _words);

    public bool IsEmpty => _words.Count == 0;

    /// <summary>Whether any run of words is of a kind.</summary>
    public bool Holds(int most, Func<string, bool> isOfKind) => First(most, isOfKind) is not null;

    /// <summary>The first run of words of a kind, the longest one at its place; null if there is none.</summary>
    public string? First(int most, Func<string, bool> isOfKind) => Run(most, isOfKind) is var (place, length) && length > 0 ? Joined(place, length) : null;

    /// <summary>Takes the first run of words that means something, the longest one at its place.</summary>
    /// <param name="most">Words that belong together at most, from 1.</param>
    /// <param name="read">Null: the words mean nothing to it.</param>
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
