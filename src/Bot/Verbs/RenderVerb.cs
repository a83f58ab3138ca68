using System.CommandLine;
using Bot.Briefings.Reading;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Configuration;
using Bot.Intake;
using Bot.Posts;

namespace Bot.Verbs;

/// <summary><c>render FILE --platform slack|discord</c>: the calls that posting a briefing would make. Touches no database and no network.</summary>
internal static class RenderVerb
{
    public static Command Create(Surroundings surroundings)
    {
        var file = new Argument<string>("FILE") { Description = surroundings.Say(new("ブリーフィングの Markdown", "A briefing in Markdown")) };
        var platform = new Option<string>("--platform") { Description = surroundings.Say(new("投稿先", "Where it would go")), Required = true };
        platform.AcceptOnlyFromAmong(Previews.Names);
        var locale = new Option<string?>("--locale") { Description = surroundings.Say(new("枠の言語（なければシリーズの言語）", "Language of the frame (else the series')")) };
        locale.AcceptOnlyFromAmong("ja", "en");
        var verb = new Command("render", surroundings.Say(new(
            "ブリーフィングの投稿で呼び出す API を、1行に1つの JSON で出します。何も送りません",
            "Prints the calls that posting a briefing would make, one JSON object a line; sends nothing")))
        {
            file,
            platform,
            locale,
        };
        verb.SetAction((parsed, cancellationToken) => RunAsync(
            surroundings, parsed.GetRequiredValue(file), Previews.Find(parsed.GetRequiredValue(platform))!, parsed.GetValue(locale), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(Surroundings surroundings, string file, ICallPreview platform, string? locale, CancellationToken cancellationToken)
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

        BriefingReading? reading = null;
        var error = document.Bytes is { } bytes ? reader.TryRead(bytes, out reading) : ReadError.TooLarge;
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

        var catalogue = new SeriesCatalogue(configured.Options.SeriesOrDefault, surroundings.Time);
        foreach (var call in Calls(platform, reading, catalogue.First, catalogue.TodayOf(catalogue.First), locale))
        {
            await surroundings.Output.WriteLineAsync(call);
        }

        return ExitCode.Done;
    }

    private static IEnumerable<string> Calls(ICallPreview platform, BriefingReading reading, Series series, DateOnly today, string? locale)
    {
        var date = reading.Briefing.Date ?? today;
        var frame = locale switch { "ja" => Locale.Japanese, "en" => Locale.English, _ => series.Language };
        var thread = PostComposer.Compose(reading, new ComposeContext(series.Key, series.Name ?? series.Key, frame, today));
        return thread.Sections
            .Select(section => (section.Identity, section.Message))
            .Prepend((Identity: SectionIdentity.Root, Message: thread.Root))
            .SelectMany(post => platform.Render(post.Message).SelectMany((payload, at) => platform.Calls(new PreviewedPost(
                payload,
                PostKey.Of(0, series.Key, date, post.Identity, at + 1),
                IsRoot: post.Identity == SectionIdentity.Root && at == 0))));
    }
}
