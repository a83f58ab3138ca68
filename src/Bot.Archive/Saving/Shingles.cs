namespace Bot.Archive.Saving;

/// <summary>
/// The character n-grams of a text, for Dice's coefficient: 2 × shared ÷ (total of both). Bigrams for Japanese, which has
/// no spaces between words; 4-grams for alphabetic text, because any two texts in one language share most letter pairs.
/// </summary>
internal sealed class Shingles
{
    /// <summary>Number of characters compared; more would not change the best match.</summary>
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
                // Shorter than one n-gram: use the text itself.
                parts.Add(Pack(folded.AsSpan(i)));
            }
        }

        _parts = [.. parts.Order()];
    }

    /// <summary>From 0 (nothing in common) to 1 (identical n-grams). Two empty texts are identical.</summary>
    public double Similarity(Shingles other)
    {
        if (_parts.Length + other._parts.Length == 0)
        {
            return 1;
        }

        var shared = 0;
        for (int i = 0, j = 0; i < _parts.Length && j < other._parts.Length; )
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
