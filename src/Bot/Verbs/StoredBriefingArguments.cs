using System.CommandLine;
using Bot.Chat;

namespace Bot.Verbs;

/// <summary><c>SERIES DATE [--edition NAME]</c>: names a stored briefing.</summary>
/// <param name="edition">What the edition is for.</param>
internal sealed class StoredBriefingArguments(CommandLineContext commandLine, LocalizedText edition)
{
    private readonly Argument<string> _series = new("SERIES") { Description = commandLine.Say(HostTexts.Both("Verbs.Series")) };

    private readonly Argument<DateOnly> _date = new("DATE")
    {
        Description = commandLine.Say(HostTexts.Both("Verbs.Date")),
        CustomParser = result => DayParser.Parse(result, commandLine),
    };

    private readonly Option<string> _edition = new("--edition")
    {
        HelpName = "NAME",
        DefaultValueFactory = _ => "",
        Description = commandLine.Say(edition),
    };

    public void AddTo(Command verb)
    {
        verb.Add(_series);
        verb.Add(_date);
        verb.Add(_edition);
    }

    public BriefingKey KeyOf(ParseResult parsed) =>
        new(parsed.GetRequiredValue(_series), parsed.GetValue(_date), parsed.GetValue(_edition) ?? "");
}
