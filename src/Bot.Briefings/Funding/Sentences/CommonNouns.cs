using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding.Sentences;

/// <summary>Recognises words that are not names: kinds of companies, words about money, the last noun of a compound.</summary>
internal sealed class CommonNouns(Vocabulary vocabulary)
{
    /// <summary>A word from sentences about money rather than a name: 计划, 调達額.</summary>
    public bool IsSaying(string word) =>
        vocabulary.Financing.Triggers.Contains(word)
        || vocabulary.Financing.Planned.Contains(word)
        || vocabulary.AmountRoles.Contains(word);

    public bool IsCommon(string folded)
    {
        if (vocabulary.CommonWords.IsWhole(folded, out _))
        {
            return true;
        }

        // 列指向データベース: the last word of a compound says what it is.
        return vocabulary.NonNames.TryMatchBefore(folded, folded.Length, out var end)
            && end.Start > 0
            && folded.Any(c => Folding.IsJapanese(c) || c is >= '\uAC00' and <= '\uD7A3')
            && !vocabulary.OrganizationEndings.TryMatchBefore(folded, folded.Length, out _);
    }
}
