namespace Bot.Chat.Commands;

/// <summary>Who may call a command or one of its subcommands.</summary>
public enum Access
{
    Everyone,

    /// <summary>Workspace admins and the operator.</summary>
    Admins,
}
