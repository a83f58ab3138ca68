using System.CommandLine.Parsing;
using System.Globalization;

namespace Bot.Verbs;

/// <summary>Parses a day on the command line: only <c>2026-01-06</c>, whatever the culture.</summary>
internal static class DayParser
{
    /// <summary>The day; adds an error to the result if the word is not one.</summary>
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
