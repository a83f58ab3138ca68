using System.Text;
using Bot.Briefings.Companies;
using Bot.Briefings.Entries;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding;

/// <summary>Those who invest, lend or give according to running prose, Japanese or English.</summary>
internal sealed class InvestorProse(Vocabulary vocabulary, InvestorCell cell)
{
    /// <summary>A longer item states its facts elsewhere.</summary>
    private const int LongestText = 4_000;

    private readonly JapaneseInvestors _japanese = new(vocabulary, cell);
    private readonly EnglishInvestors _english = new(vocabulary, cell);

    public IReadOnlyList<string> Find(string plain)
    {
        var written = plain.Length > LongestText ? plain[..LongestText] : plain;

        // Brackets form a separate sentence: （リードはX、Yも参加）, (led by X).
        var text = CompanyNames.HasBrackets(written)
            ? string.Join('\n', [CompanyNames.StripAll(written, joint: ", "), .. CompanyNames.Bracketed(written)])
            : written.Trim();
        var folded = Folding.Fold(text);
        if (folded.Length != text.Length)
        {
            text = Surrogates.ReplaceLone(text).Normalize(NormalizationForm.FormKC);
            folded = Folding.Fold(text);
            if (folded.Length != text.Length)
            {
                return [];
            }
        }

        var names = new List<(int At, string Name)>();
        var start = 0;
        while (start < text.Length)
        {
            var line = text.AsSpan(start);
            var end = line.IndexOf('\n');
            var length = Math.Max(1, OpeningWords.FirstSentence(end < 0 ? line : line[..end]));
            var sentence = length == text.Length ? text : text.Substring(start, length);
            var lower = length == text.Length ? folded : folded.Substring(start, length);
            if (Folding.HasJapanese(sentence))
            {
                _japanese.Find(sentence, lower, start, names);
            }
            else
            {
                _english.Find(sentence, lower, start, names);
            }

            start += Math.Max(1, sentence.Length);
        }

        return names.Count == 0
            ? []
            : [.. names.OrderBy(name => name.At).Select(name => name.Name).Distinct(StringComparer.OrdinalIgnoreCase)];
    }
}
