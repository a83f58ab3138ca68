using System.CommandLine;
using System.Globalization;
using Bot.Briefings;
using Bot.Briefings.Json;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Configuration;
using Bot.Intake;

namespace Bot.Verbs;

/// <summary><c>read FILE [--json]</c>: one document as data. Touches no database.</summary>
internal static class ReadVerb
{
    public static Command Create(Surroundings surroundings)
    {
        var file = new Argument<string>("FILE") { Description = surroundings.Say(new("ブリーフィングの Markdown", "A briefing in Markdown")) };
        var json = new Option<bool>("--json") { Description = surroundings.Say(new("SCHEMA の JSON を出します", "Print the schema's JSON")) };
        var verb = new Command("read", surroundings.Say(new(
            "1つのブリーフィングを読み、要約か JSON を出します。警告は標準エラーへ",
            "Reads one briefing and prints a summary or JSON; warnings go to standard error")))
        {
            file,
            json,
        };
        verb.SetAction((parsed, cancellationToken) => RunAsync(surroundings, parsed.GetRequiredValue(file), parsed.GetValue(json), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(Surroundings surroundings, string file, bool json, CancellationToken cancellationToken)
    {
        if (Configured.OrComplain(surroundings) is not { } configured)
        {
            return ExitCode.Failed;
        }

        var reader = Composition.Reader(configured.Options);
        if (await DocumentFile.ReadAsync(surroundings, file, reader.Limits.MaxBytes, cancellationToken) is not { } document)
        {
            return ExitCode.Failed;
        }

        var error = document.Bytes is { } bytes ? reader.TryRead(bytes, out var reading, file) : Nothing(ReadError.TooLarge, out reading);
        if (error != ReadError.None)
        {
            var reason = IntakePipeline.ReasonFor(error, reader.Limits.MaxBytes);
            surroundings.Complain(new($"{file}: {reason.Japanese}", $"{file}: {reason.English}"));
            return ExitCode.Failed;
        }

        foreach (var warning in reading!.Briefing.Warnings)
        {
            await surroundings.Error.WriteLineAsync($"{warning.Position} {warning.Code} {warning.Detail}");
        }

        await surroundings.Output.WriteLineAsync(json
            ? BriefingJson.Write(reading.Briefing).TrimEnd()
            : Summary(reading.Briefing).In(surroundings.ReplyLocale));
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
        var sections = string.Join('\n', briefing.Sections.Select(section => $"  {section.Order}. {section.Heading} ({section.ItemCount})"));
        return new(
            $"{briefing.Title ?? "（題名なし）"}\n日付 {date ?? "なし"}・節 {briefing.Sections.Count}・ニュース {briefing.News.Count}・資金調達 {briefing.Funding.Count}・参考文献 {briefing.References.Count}・警告 {briefing.Warnings.Count}\n{sections}".TrimEnd(),
            $"{briefing.Title ?? "(no title)"}\ndate {date ?? "none"}, sections {briefing.Sections.Count}, news {briefing.News.Count}, funding {briefing.Funding.Count}, references {briefing.References.Count}, warnings {briefing.Warnings.Count}\n{sections}".TrimEnd());
    }
}
