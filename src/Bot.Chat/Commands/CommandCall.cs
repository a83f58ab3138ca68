using Bot.Chat.Platforms;

namespace Bot.Chat.Commands;

/// <summary>A slash command or a button press from any platform, with its signature verified.</summary>
/// <param name="Name">Command name without slash, lower case.</param>
/// <param name="Text">Everything after the name, trimmed; empty for none.</param>
/// <param name="Locale">The caller's language.</param>
public sealed record CommandCall(string Name, string Text, Locale Locale)
{
    public PlatformId Platform { get; init; } = PlatformId.Web;

    public string Workspace { get; init; } = "";

    public string Channel { get; init; } = "";

    public string User { get; init; } = "";

    /// <summary>The caller's display name as plain text; empty if unknown.</summary>
    public string UserName { get; init; } = "";

    /// <summary>Null for the first series that is open to the workspace.</summary>
    public string? Series { get; init; }

    /// <summary>Answer only from this day's briefing (a button on an old post); null for the whole archive.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>
    /// Answer from <see cref="Date"/>'s briefing and all before it, so that a repeated answer ignores anything that has
    /// arrived since.
    /// </summary>
    public bool UpTo { get; init; }

    /// <summary>From the operator's command line: has no workspace and may ask about everything.</summary>
    public bool IsOperators { get; init; }

    /// <summary>
    /// The line as typed, without slash and mention, where it may be a question: no command is named first, or its text goes on like a
    /// sentence ("news about chips"). Null for a plain call.
    /// </summary>
    public string? Question { get; init; }

    /// <summary>A program reads the answer: its days are ISO 8601.</summary>
    public bool IsForPrograms { get; init; }

    /// <summary>The caller may administer the workspace, according to the platform.</summary>
    public bool IsAdmin { get; init; }

    /// <summary>How commands are typed where it came from.</summary>
    public TypedCommands Typed { get; init; } = TypedCommands.Default;

    /// <summary>The name and the text as typed, without slash.</summary>
    public string Line => $"{Name} {Text}".TrimEnd();

    /// <summary>
    /// Parses a typed line, split at any white space: <c>/funding xai</c>. Accepts a full-width slash, a leading mention,
    /// code and emphasis marks, and punctuation after the command. Null if there is no command name.
    /// </summary>
    public static CommandCall? Parse(string line, Locale locale)
    {
        var (first, rest) = TypedText.First(TypedText.Plain(line));
        for (
            var isCalledOut = first.StartsWith('@');
            rest.Length > 0 && (isCalledOut || TypedText.WithoutPunctuation(first).Length == 0);
            isCalledOut = false
        )
        {
            (first, rest) = TypedText.First(rest);
        }

        var name = TypedText.WithoutPunctuation(first);
        return name.Length == 0
            ? null
            : new CommandCall(name.ToLowerInvariant(), rest, locale) { Question = $"{first.TrimStart('/')} {rest}".TrimEnd() };
    }
}
