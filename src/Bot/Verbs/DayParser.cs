using System.CommandLine.Parsing;
using System.Globalization;

namespace Bot.Verbs;

/// <summary>Reads a day of the command line, <c>2026-01-06</c> and nothing else, whatever the culture.</summary>
internal static class DayParser
{
    /// <summary>The day; with an error on the result when the word is none.</summary>
    public static DateOnly Parse(ArgumentResult result, CommandLineContext commandLine)
    {
        var word = result.Tokens[0].Value;
        if (DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        result.AddError(commandLine.Say(HostTexts.Both("DayParser.IsNotDateExample", word)));
        return default;
    }
}
