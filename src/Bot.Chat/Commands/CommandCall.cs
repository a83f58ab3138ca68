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

    /// <summary>Answer from <see cref="Date"/>'s briefing and all before it: what is repeated is what was read, whatever has come since.</summary>
    public bool UpTo { get; init; }

    /// <summary>The operator's own, from the command line: it is from no workspace and may ask about everything.</summary>
    public bool IsOperators { get; init; }

    /// <summary>The platform says that the caller may administer the workspace.</summary>
    public bool IsAdmin { get; init; }

    /// <summary>As it would be typed, without slash: the name and the text.</summary>
    public string Line => $"{Name} {Text}".TrimEnd();

    /// <summary>
    /// Takes a typed line apart at any white space: <c>/funding xai</c>; a full-width slash, a name called out before it, marks of
    /// code and emphasis and punctuation behind the command are understood. Null if there is no command name.
    /// </summary>
    public static CommandCall? Parse(string line, Locale locale)
    {
        var (first, rest) = TypedText.First(TypedText.Plain(line));
        for (var isCalledOut = first.StartsWith('@'); rest.Length > 0 && (isCalledOut || TypedText.WithoutPunctuation(first).Length == 0); isCalledOut = false)
        {
            (first, rest) = TypedText.First(rest);
        }

        var name = TypedText.WithoutPunctuation(first);
        return name.Length == 0 ? null : new CommandCall(name.ToLowerInvariant(), rest, locale);
    }
}
