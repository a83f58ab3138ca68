namespace Bot.Archive.Saving;

/// <summary>
/// The short character sequences of a text, for Dice's coefficient: 2 × shared ÷ (all of both). Two characters where
/// the text is Japanese, which has no spaces to split words at; four where it is in an alphabet, whose pairs of letters
/// are much the same in any two texts of a language.
/// </summary>
internal sealed class Shingles
{
    /// <summary>Characters that are compared; more would not change what is nearest.</summary>
    private const int MaxLength = 2_000;

    private const char LastLatin = '\u024F';

    private readonly ulong[] _parts;

    public Shingles(string text)
    {
        var folded = StoredText.Fold(text.Length > MaxLength ? text[..MaxLength] : text);
        var parts = new HashSet<ulong>();
        for (var i = 0; i < folded.Length; i++)
        {
            var length = folded[i] <= LastLatin ? 4 : 2;
            if (i + length <= folded.Length)
            {
                parts.Add(Pack(folded.AsSpan(i, length)));
            }
            else if (parts.Count == 0)
            {
                // Shorter than one sequence: the text itself.
                parts.Add(Pack(folded.AsSpan(i)));
            }
        }

        _parts = [.. parts.Order()];
    }

    /// <summary>0 for nothing in common to 1 for the same sequences. Two empty texts are the same.</summary>
    public double Similarity(Shingles other)
    {
        if (_parts.Length + other._parts.Length == 0)
        {
            return 1;
        }

        var shared = 0;
        for (int i = 0, j = 0; i < _parts.Length && j < other._parts.Length;)
        {
            switch (_parts[i].CompareTo(other._parts[j]))
            {
                case < 0:
                    i++;
                    break;
                case > 0:
                    j++;
                    break;
                default:
                    shared++;
                    i++;
                    j++;
                    break;
            }
        }

        return 2.0 * shared / (_parts.Length + other._parts.Length);
    }

    private static ulong Pack(ReadOnlySpan<char> text)
    {
        var packed = 0UL;
        foreach (var c in text)
        {
            packed = (packed << 16) | c;
        }

        return packed;
    }
}
