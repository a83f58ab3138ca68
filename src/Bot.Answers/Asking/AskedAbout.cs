namespace Bot.Answers.Asking;

/// <summary>What a question is about, which decides the command that answers it.</summary>
public enum AskedAbout
{
    Deals,

    /// <summary>Deals chosen by who invested, or by whether they are done.</summary>
    Investments,
    News,
    Outlook,

    /// <summary>All that is known of one company.</summary>
    Company,
    Tech,
    Insight,
    Analysis,
    Sources,

    /// <summary>What was not there before.</summary>
    New,
}
