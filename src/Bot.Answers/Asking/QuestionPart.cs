namespace Bot.Answers.Asking;

/// <summary>Kinds of things that a question says. Not every kind of answer can be chosen by all of them.</summary>
[Flags]
public enum QuestionPart
{
    None = 0,
    Company = 1,
    Days = 1 << 1,

    /// <summary>A stage or an amount.</summary>
    Condition = 1 << 2,

    /// <summary>The largest, the sums, the first.</summary>
    View = 1 << 3,
    Count = 1 << 4,
    Status = 1 << 5,
    Horizon = 1 << 6,

    /// <summary>How it differs from the previous one.</summary>
    Changes = 1 << 7,

    /// <summary>Words in quotation marks.</summary>
    Quoted = 1 << 8,

    /// <summary>Who invested in whom.</summary>
    Investing = 1 << 9,
}
