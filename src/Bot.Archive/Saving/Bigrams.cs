namespace Bot.Archive.Saving;

/// <summary>
/// The two-character sequences of a text, for Dice's coefficient: 2 × shared ÷ (all of both). Pairs of characters suit
/// Japanese, which has no spaces to split words at, as well as they suit English.
/// </summary>
internal sealed class Bigrams
{
    /// <summary>Characters that are compared; more would not change what is nearest.</summary>
    private const int MaxLength = 2_000;

    private readonly int[] _pairs;

    public Bigrams(string text)
    {
        var folded = StoredText.Fold(text.Length > MaxLength ? text[..MaxLength] : text);
        _pairs = folded.Length == 1
            ? [folded[0]]
            : [.. Enumerable.Range(0, Math.Max(folded.Length - 1, 0)).Select(i => (folded[i] << 16) | folded[i + 1]).Distinct().Order()];
    }

    /// <summary>0 for nothing in common to 1 for the same pairs. Two empty texts are the same.</summary>
    public double Similarity(Bigrams other)
    {
        if (_pairs.Length + other._pairs.Length == 0)
        {
            return 1;
        }

        var shared = 0;
        for (int i = 0, j = 0; i < _pairs.Length && j < other._pairs.Length;)
        {
            switch (_pairs[i].CompareTo(other._pairs[j]))
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

        return 2.0 * shared / (_pairs.Length + other._pairs.Length);
    }
}
