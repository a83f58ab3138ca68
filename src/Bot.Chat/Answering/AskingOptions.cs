namespace Bot.Chat.Answering;

/// <summary>How questions are taken.</summary>
public sealed class AskingOptions
{
    public const string Section = "Asking";

    /// <summary>Questions that one person may ask in a minute, evenly refilled; 0: any number. Default 30.</summary>
    public int PerUserPerMinute { get; set; } = 30;

    /// <summary>Memory for rendered answers that are kept while the archive stays as it is, in MiB; 0: none. Default 16.</summary>
    public int KeptAnswersMegabytes { get; set; } = 16;

    /// <summary>What is wrong with the options, each naming its key; empty when nothing is.</summary>
    public IEnumerable<string> Problems()
    {
        if (PerUserPerMinute is < 0 or > 100_000)
        {
            yield return $"{Section}:{nameof(PerUserPerMinute)} must be from 0 to 100000";
        }

        if (KeptAnswersMegabytes is < 0 or > 1024)
        {
            yield return $"{Section}:{nameof(KeptAnswersMegabytes)} must be from 0 to 1024";
        }
    }
}
