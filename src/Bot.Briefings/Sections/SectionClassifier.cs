using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Sections;

/// <summary>Decides a section's kind by its heading: each word in the vocabulary adds its weight to its kind.</summary>
internal static class SectionClassifier
{
    private const double LeastWeight = 3;

    /// <summary>A word with this weight decides the kind, whatever else the heading says.</summary>
    private const double Decisive = 6;

    /// <summary>Width of unknown words, in Latin letters, beyond which a heading is a story's headline.</summary>
    private const int MostUnknown = 36;

    private const double LeastKnownShare = 0.4;

    /// <summary>A longer heading says more than the name of a kind.</summary>
    private const int LongestName = 80;

    /// <summary>Below this weight there are only hints (AI, 業界), which name a kind if little else is said.</summary>
    private const double Telling = 5;

    private const double LeastShareOfHints = 0.25;

    /// <summary>What stands behind these parts of a heading adds nothing.</summary>
    private const int MostParts = 4;

    private static readonly char[] Connectors = ['\u30FB', '／', '/', '&', '＆', '＋', '+', '、', ',', '，', '|', '｜'];

    /// <summary>Null if no word of the heading is known; the content then decides.</summary>
    public static SectionKind? Classify(string heading, Vocabulary vocabulary)
    {
        var reading = Read(heading, vocabulary);
        if (
            reading.Kind is not { } kind
            || (reading.Unknown > MostUnknown && reading.KnownShare < LeastKnownShare)
            || (reading.Weight < Telling && reading.KnownShare < LeastShareOfHints)
        )
        {
            return null;
        }

        return First(heading, vocabulary) ?? kind;
    }

    /// <summary>Whether the heading has a kind's words and little else: AI基盤技術ニュース, 参考文献, Funding &amp; deals.</summary>
    public static SectionKind? Named(string heading, Vocabulary vocabulary)
    {
        if (heading.Length > LongestName)
        {
            return null;
        }

        var reading = Read(heading, vocabulary);
        return reading.Kind is { } kind && reading.Unknown <= 14 && reading.KnownShare >= (reading.Weight >= 5 ? 0.5 : 0.6)
            ? First(heading, vocabulary) ?? kind
            : null;
    }

    /// <summary>The first of two meanings: 戦略的インサイトと展望 is insights.</summary>
    private static SectionKind? First(string heading, Vocabulary vocabulary)
    {
        var parts = new List<string>(4);
        foreach (var part in heading.Split(Connectors, StringSplitOptions.RemoveEmptyEntries))
        {
            parts.AddRange(Joined(part, vocabulary));
        }

        if (parts.Count < 2)
        {
            return null;
        }

        SectionKind? first = null;
        foreach (var part in parts.Take(MostParts))
        {
            var reading = Read(part, vocabulary);
            if (reading.Weight < Decisive || reading.Kind == SectionKind.Other)
            {
                return null;
            }

            first ??= reading.Kind;
        }

        return first;
    }

    private static string[] Joined(string part, Vocabulary vocabulary)
    {
        var folded = Folding.Fold(part);
        return folded.Length == part.Length && vocabulary.Conjunctions.TryFind(folded, 1, out var hit) && hit.End < part.Length
            ? [part[..hit.Start], part[hit.End..]]
            : [part];
    }

    private static (SectionKind? Kind, double Weight, int Unknown, double KnownShare) Read(string heading, Vocabulary vocabulary)
    {
        Span<double> weights = stackalloc double[(int)SectionKind.Other + 1];
        var folded = Folding.Fold(heading);
        var all = Width(folded);
        var known = 0;
        foreach (var hit in vocabulary.Sections.FindAll(folded))
        {
            weights[(int)hit.Value.Kind] += hit.Value.Weight;
            known += Width(folded.AsSpan(hit.Start, hit.Length));
        }

        var best = SectionKind.Other;
        for (var kind = 0; kind < weights.Length; kind++)
        {
            if (weights[kind] > weights[(int)best])
            {
                best = (SectionKind)kind;
            }
        }

        var weight = weights[(int)best];
        return (weight < LeastWeight ? null : best, weight, all - known, all == 0 ? 0 : (double)known / all);
    }

    /// <summary>Letters and digits; Japanese, Chinese and Korean ones count double.</summary>
    private static int Width(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var c in text)
        {
            width +=
                !char.IsLetterOrDigit(c) ? 0
                : c >= '\u1100' ? 2
                : 1;
        }

        return width;
    }
}
