namespace Bot.Verbs;

/// <summary>The process's exit codes.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>The work failed; the reason is on standard error.</summary>
    public const int Failed = 1;

    /// <summary>The command line is wrong; nothing was done.</summary>
    public const int WrongUsage = 2;
}
