using Bot.Briefings.Text;

namespace Bot.Briefings.Funding;

/// <content>Words for what is sold, awarded, announced or held, and for those who pay.</content>
internal sealed partial class FinancingWords
{
    /// <summary>English verbs that with "private" behind their object buy it: takes X private.</summary>
    public Lexicon<bool> Taking { get; }

    /// <summary>What makes the taking of a company its purchase: private.</summary>
    public Lexicon<bool> Privately { get; }

    /// <summary>English verbs whose object is sold: sells its X unit to Y.</summary>
    public Lexicon<bool> Selling { get; }

    /// <summary>English words for a part of a company that is sold: unit, division.</summary>
    public Lexicon<bool> Parts { get; }

    /// <summary>English verbs with a receiver and what it receives: gave X a $3M grant.</summary>
    public Lexicon<bool> Awarding { get; }

    /// <summary>Words that give each of several its own amount: respectively.</summary>
    public Lexicon<bool> EachOwn { get; }

    /// <summary>English words that open a clause about the name before them: which, who.</summary>
    public Lexicon<bool> RelativeWords { get; }

    /// <summary>English words for a time that is past: last year.</summary>
    public Lexicon<bool> PastTimes { get; }

    /// <summary>Words that end the names of investors: Capital, Ventures.</summary>
    public Lexicon<bool> InvestorForms { get; }

    /// <summary>Chinese words between a buyer and what it pays: 以.</summary>
    public Lexicon<bool> Paying { get; }

    /// <summary>Japanese verbs of telling, which state a round only where its stage stands before them: を公表.</summary>
    public Lexicon<bool> Announcing { get; }

    /// <summary>Words for the end of a round's payments, whose sentence says what round it was: 払い込み.</summary>
    public Lexicon<bool> Closings { get; }

    /// <summary>Names of columns that say whether a round is done: Status.</summary>
    public Lexicon<bool> StatusColumns { get; }

    /// <summary>How the names of public bodies end, which begin with a place: 会議, 委員会.</summary>
    public Lexicon<bool> PublicBodies { get; }

    /// <summary>Words that are common by themselves and end a company's name behind Latin letters: NTTデータ.</summary>
    public Lexicon<bool> LatinEndings { get; }
}
