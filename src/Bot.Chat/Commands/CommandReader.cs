namespace Bot.Chat.Commands;

/// <summary>
/// Reads a typed line as a call of the catalogue: by a command's name or one of its words, after a command that leads to
/// all others, or as a short question that names one. A call that the platform has already parsed is not read again.
/// </summary>
public sealed class CommandReader(CommandCatalogue catalogue)
{
    private const string Help = "help";

    /// <summary>Null if the line is empty. A line that could not be read yields a call whose command is not in the catalogue.</summary>
    public CommandCall? Read(string line, Locale locale) =>
        CommandCall.Parse(line, locale) is { } call ? Placed(call, mayLead: true) : null;

    private CommandCall Placed(CommandCall call, bool mayLead)
    {
        if (catalogue.Find(call.Name) is not { } command)
        {
            return Question(call) ?? call;
        }

        var isSentence = Texts
            .In(Locale.English)
            .Words("QuestionJoints")
            .Contains(TypedText.First(call.Text).First, StringComparer.OrdinalIgnoreCase);
        call = call with { Name = command.Name, Question = isSentence ? call.Question : null };
        // Slack expects every command to answer "help"
        // (https://docs.slack.dev/interactivity/implementing-slash-commands).
        if (command.Name != Help && catalogue.Find(Help) is { } help && help.IsCalled(call.Text))
        {
            return call with { Name = Help, Text = command.Name };
        }

        return command.LeadsToAll && mayLead && call.Text.Length > 0 ? Led(call, command) : call;
    }

    /// <summary>Reads what follows a command that leads to all others.</summary>
    private CommandCall Led(CommandCall call, Command leader)
    {
        var (first, rest) = TypedText.First(call.Text);
        var word = TypedText.WithoutPunctuation(first);
        if (leader.Named.Any(one => one.IsCalled(word)))
        {
            return call;
        }

        if (catalogue.Find(word) is { } other && other != leader)
        {
            return Placed(call with { Name = other.Name, Text = rest, Question = call.Text }, mayLead: false);
        }

        if (
            catalogue.All.FirstOrDefault(one => one.Under == leader.Name && one.Named.Any(verb => verb.IsCalled(word))) is { } administering
        )
        {
            return call with { Name = administering.Name, Text = $"{word} {rest}".TrimEnd() };
        }

        return leader.Own?.Understands?.Invoke(call.Text) != false || CommandCall.Parse(call.Text, call.Locale) is not { } line
            ? call
            : Placed(call with { Name = line.Name, Text = line.Text, Question = line.Question }, mayLead: false);
    }

    /// <summary>
    /// A line that is not a command but names one: a bare word with a question mark, a question about something, or a
    /// command name after its subject.
    /// </summary>
    private CommandCall? Question(CommandCall call)
    {
        var words = Texts.In(Locale.Japanese);
        var line = WithoutEnding(call.Line, words.Words("QuestionEndings"));
        if (catalogue.Find(line) is { } bare)
        {
            return call with { Name = bare.Name, Text = "", Question = null };
        }

        var of = words["QuestionOf"];
        var at = line.LastIndexOf(of, StringComparison.Ordinal);
        if (at > 0 && catalogue.Find(line[(at + of.Length)..].Trim()) is { } asked)
        {
            return call with { Name = asked.Name, Text = line[..at].Trim() };
        }

        var space = line.LastIndexOf(' ');
        return space > 0 && catalogue.Find(line[(space + 1)..]) is { } last
            ? call with
            {
                Name = last.Name,
                Text = line[..space].Trim(),
            }
            : null;
    }

    private static string WithoutEnding(string line, IReadOnlyList<string> endings)
    {
        for (var left = line; ; line = left)
        {
            left = TypedText.WithoutPunctuation(line);
            if (
                endings.FirstOrDefault(ending => left.Length > ending.Length && left.EndsWith(ending, StringComparison.Ordinal)) is
                { } found
            )
            {
                left = left[..^found.Length];
            }

            if (left.Length == line.Length)
            {
                return line;
            }
        }
    }
}
