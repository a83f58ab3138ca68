using System.CommandLine;
using System.Globalization;
using Bot.Briefings;
using Bot.Briefings.Json;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Configuration;
using Bot.Intake;

namespace Bot.Verbs;

/// <summary><c>read FILE [--json]</c>: one document as data. Uses no database.</summary>
internal static class ReadVerb
{
    public static Command Create(CommandLineContext commandLine)
    {
        var file = new Argument<string>("FILE") { Description = commandLine.Say(HostTexts.Both("Verbs.Briefing")) };
        var json = new Option<bool>("--json") { Description = commandLine.Say(HostTexts.Both("ReadVerb.PrintSchemasJSON")) };
        var verb = new Command("read", commandLine.Say(HostTexts.Both("ReadVerb.ReadsOneBriefingAndPrints"))) { file, json };
        verb.SetAction(
            (parsed, cancellationToken) => RunAsync(commandLine, parsed.GetRequiredValue(file), parsed.GetValue(json), cancellationToken)
        );
        return verb;
    }

    private static async Task<int> RunAsync(CommandLineContext commandLine, string file, bool json, CancellationToken cancellationToken)
    {
        if (Configured.OrComplain(commandLine) is not { } configured)
        {
            return ExitCode.Failed;
        }

        var reader = Composition.Reader(configured.Options);
        if (await DocumentFile.ReadAsync(commandLine, file, reader.Limits.MaxBytes, cancellationToken) is not { } document)
        {
            return ExitCode.Failed;
        }

        var error = document.Bytes is { } bytes ? reader.TryRead(bytes, out var reading, file) : Nothing(ReadError.TooLarge, out reading);
        if (error != ReadError.None)
        {
            var reason = IntakePipeline.ReasonFor(error, reader.Limits.MaxBytes);
            commandLine.Complain(new($"{file}: {reason.Japanese}", $"{file}: {reason.English}"));
            return ExitCode.Failed;
        }

        foreach (var warning in reading!.Briefing.Warnings)
        {
            await commandLine.Error.WriteLineAsync($"{warning.Position} {warning.Code} {warning.Detail}");
        }

        await commandLine.Output.WriteLineAsync(
            json ? BriefingJson.Write(reading.Briefing).TrimEnd() : Summary(reading.Briefing).In(commandLine.ReplyLocale)
        );
        return ExitCode.Done;
    }

    private static ReadError Nothing(ReadError error, out BriefingReading? reading)
    {
        reading = null;
        return error;
    }

    private static LocalizedText Summary(Briefing briefing)
    {
        var date = briefing.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var sections = string.Join(
            '\n',
            briefing.Sections.Select(section => $"  {section.Order}. {section.Heading} ({section.ItemCount})")
        );
        var noTitle = HostTexts.Both("ReadVerb.NoTitle");
        var noDate = HostTexts.Both("ReadVerb.NoDate");
        var (japanese, english) = (Line(noTitle.Japanese, noDate.Japanese).Japanese, Line(noTitle.English, noDate.English).English);
        return new($"{japanese}\n{sections}".TrimEnd(), $"{english}\n{sections}".TrimEnd());

        LocalizedText Line(string noTitle, string noDate) =>
            HostTexts.Both(
                "ReadVerb.Summary",
                briefing.Title ?? noTitle,
                date ?? noDate,
                briefing.Sections.Count,
                briefing.News.Count,
                briefing.Funding.Count,
                briefing.References.Count,
                briefing.Warnings.Count
            );
    }
}
