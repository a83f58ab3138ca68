using System.CommandLine;
using Bot.Chat;

namespace Bot.Verbs;

/// <summary><c>--locale</c>: a language by any of its names. Without it the value is null.</summary>
internal static class LocaleOption
{
    public static Option<Locale?> Create(CommandLineContext commandLine, LocalizedText description)
    {
        var option = new Option<Locale?>("--locale")
        {
            Description = commandLine.Say(description),
            HelpName = string.Join('|', LocaleNames.All),
            CustomParser = result =>
            {
                var name = result.Tokens[^1].Value;
                if (LocaleNames.Read(name) is { } locale)
                {
                    return locale;
                }

                result.AddError(commandLine.Say(HostTexts.Both("KeyCheck.IsNotOne", name, string.Join(", ", LocaleNames.All))));
                return null;
            },
        };
        option.CompletionSources.Add(LocaleNames.All.ToArray());
        return option;
    }
}
