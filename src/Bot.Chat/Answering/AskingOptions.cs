namespace Bot.Chat.Answering;

/// <summary>Limits for questions.</summary>
public sealed class AskingOptions
{
    public const string Section = "Asking";

    /// <summary>Questions one person may ask per minute, refilled evenly; 0 for no limit. Default 30.</summary>
    public int PerUserPerMinute { get; set; } = 30;

    /// <summary>Memory for rendered answers, kept while the archive is unchanged, in MiB; 0 keeps none. Default 16.</summary>
    public int KeptAnswersMegabytes { get; set; } = 16;

    /// <summary>Problems with the options, each naming its key; empty if there are none.</summary>
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
