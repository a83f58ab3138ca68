using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Sections;

/// <summary>Decides a section's kind by the words of its heading: each word of the vocabulary adds its weight to its kind.</summary>
internal static class SectionClassifier
{
    private const double LeastWeight = 3;

    /// <summary>Null if no word of the heading says anything; then the content decides.</summary>
    public static SectionKind? Classify(string heading, Vocabulary vocabulary)
    {
        Span<double> weights = stackalloc double[(int)SectionKind.Other + 1];
        foreach (var hit in vocabulary.Sections.FindAll(Folding.Fold(heading)))
        {
            weights[(int)hit.Value.Kind] += hit.Value.Weight;
        }

        var best = SectionKind.Other;
        for (var kind = 0; kind < weights.Length; kind++)
        {
            if (weights[kind] > weights[(int)best])
            {
                best = (SectionKind)kind;
            }
        }

        return weights[(int)best] < LeastWeight ? null : best;
    }
}
