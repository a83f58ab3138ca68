using Bot.Chat.Platforms;

namespace Bot.Chat.Commands;

/// <summary>A slash command or a button press, whatever platform it came from, after its signature was verified.</summary>
/// <param name="Name">Command name without slash, lower case.</param>
/// <param name="Text">Everything after the name, trimmed; empty for none.</param>
/// <param name="Locale">The asker's language.</param>
public sealed record CommandCall(string Name, string Text, Locale Locale)
{
    public PlatformId Platform { get; init; } = PlatformId.Web;

    public string Workspace { get; init; } = "";

    public string Channel { get; init; } = "";

    public string User { get; init; } = "";

    /// <summary>What the caller is called, as plain text; empty: not known.</summary>
    public string UserName { get; init; } = "";

    /// <summary>Null: the first series that the workspace may ask.</summary>
    public string? Series { get; init; }

    /// <summary>Answer from this day's briefing only (a button of an old post); null: from the whole archive.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The operator's own, from the command line: it is from no workspace and may ask about everything.</summary>
    public bool IsOperators { get; init; }

    /// <summary>The platform says that the caller may administer the workspace.</summary>
    public bool IsAdmin { get; init; }

    /// <summary>Takes a typed line apart: <c>/funding xai</c>, full-width slash and spaces allowed. Null if there is no command name.</summary>
    public static CommandCall? Parse(string line, Locale locale)
    {
        var text = line.Normalize(System.Text.NormalizationForm.FormKC).Trim().TrimStart('/').Trim();
        if (text.Length == 0)
        {
            return null;
        }

        var end = text.IndexOf(' ', StringComparison.Ordinal);
        return end < 0
            ? new CommandCall(text.ToLowerInvariant(), "", locale)
            : new CommandCall(text[..end].ToLowerInvariant(), text[(end + 1)..].Trim(), locale);
    }
}
