using Bot.Answers.Arguments;
using Bot.Answers.Companies;
using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Briefings.Model;

namespace Bot.Answers.Trends;

/// <summary>What a trend is asked of.</summary>
public abstract record TrendSubject
{
    private static readonly IReadOnlyList<string> FundingWords =
    [
        Funding.FundingHandler.Name,
        .. WordList.Of(AnswerText.CommandWordsFunding),
        .. WordList.Of(AnswerText.WordsAmounts),
    ];

    private static readonly IReadOnlyList<string> CompanyWords =
    [
        Timelines.CompanyHandler.Name,
        .. WordList.Of(AnswerText.CommandWordsCompany),
        .. WordList.Of(AnswerText.WordsCompanies),
    ];

    /// <summary>As it is asked again.</summary>
    public abstract string Text { get; }

    /// <param name="words">What is left of the arguments; nothing means funding.</param>
    public static TrendSubject Of(string words, CompanySnapshot known, NearestNames nearest)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(nearest);
        var asked = words.ToLowerInvariant();
        if (asked.Length == 0 || FundingWords.Contains(asked))
        {
            return new Amounts();
        }

        if (CompanyWords.Contains(asked))
        {
            return new Ranking();
        }

        return nearest.SameStem(known, words) is { } company
            ? new Company(company.Name, company.Key)
            : new Company(words, CompanySpelling.Stem(CompanyName.Key(words)));
    }

    /// <summary>Amounts of funding.</summary>
    public sealed record Amounts : TrendSubject
    {
        public override string Text => Funding.FundingHandler.Name;
    }

    /// <summary>The most named companies.</summary>
    public sealed record Ranking : TrendSubject
    {
        public override string Text => Timelines.CompanyHandler.Name;
    }

    /// <summary>Mentions of one company.</summary>
    /// <param name="Name">As the archive spells it, or as it was asked.</param>
    public sealed record Company(string Name, string Key) : TrendSubject
    {
        public override string Text => AskedText.Clean(Name);
    }
}
