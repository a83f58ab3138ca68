using System.CommandLine;
using System.Data.Common;
using Bot.Archive.Saving;
using Bot.Archive.Setup;
using Bot.Briefings;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Chat.Sections;
using Bot.Configuration;
using Bot.Delivery.Planning;
using Bot.Intake;

namespace Bot.Verbs;

/// <summary>
/// <c>render FILE --platform slack|discord</c>: the calls that posting a briefing would make. Calls nobody and writes nothing; an existing
/// archive is read for the previous briefing, with which real posting compares.
/// </summary>
internal static class RenderVerb
{
    public static Command Create(CommandLineContext commandLine)
    {
        var file = new Argument<string>("FILE") { Description = commandLine.Say(HostTexts.Both("Verbs.Briefing")) };
        var platform = new Option<string>("--platform")
        {
            Description = commandLine.Say(HostTexts.Both("RenderVerb.WhereWouldGo")),
            Required = true,
        };
        platform.AcceptOnlyFromAmong(PlatformCatalogue.Names);
        var locale = LocaleOption.Create(commandLine, HostTexts.Both("RenderVerb.LanguageFrameElseSeries"));
        var section = new Option<SectionKind[]?>("--section")
        {
            Description = commandLine.Say(new LocalizedText(SectionsIn(Locale.Japanese).Japanese, SectionsIn(Locale.English).English)),
            CustomParser = result =>
            {
                var kinds = new List<SectionKind>();
                foreach (var name in result.Tokens.Select(token => token.Value))
                {
                    if (SectionWords.KindsOf(name) is not { } some)
                    {
                        result.AddError(
                            commandLine.Say(
                                HostTexts.Both("KeyCheck.IsNotOne", name, string.Join(", ", SectionWords.All.Select(SectionWords.ValueOf)))
                            )
                        );
                        return null;
                    }

                    kinds.AddRange(some);
                }

                return [.. kinds];
            },
        };
        var verb = new Command("render", commandLine.Say(HostTexts.Both("RenderVerb.PrintsCallsPostingBriefingWould")))
        {
            file,
            platform,
            locale,
            section,
        };
        verb.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    commandLine,
                    parsed.GetRequiredValue(file),
                    parsed.GetRequiredValue(platform),
                    parsed.GetValue(locale),
                    parsed.GetValue(section) ?? [],
                    cancellationToken
                )
        );
        return verb;
    }

    private static LocalizedText SectionsIn(Locale locale) =>
        HostTexts.Both("RenderVerb.Sections", SectionWords.Listed(SectionWords.All, locale));

    private static async Task<int> RunAsync(
        CommandLineContext commandLine,
        string file,
        string form,
        Locale? locale,
        IReadOnlyList<SectionKind> sections,
        CancellationToken cancellationToken
    )
    {
        if (Configured.OrComplain(commandLine) is not { } configured)
        {
            return ExitCode.Failed;
        }

        var platform = PlatformCatalogue.PreviewOf(form, configured.Options)!;
        var reader = Composition.Reader(configured.Options);
        if (await DocumentFile.ReadAsync(commandLine, file, reader.Limits.MaxBytes, cancellationToken) is not { } document)
        {
            return ExitCode.Failed;
        }

        BriefingReading? reading = null;
        var error = document.Bytes is { } bytes ? reader.TryRead(bytes, out reading, file) : ReadError.TooLarge;
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

        await using var services = Composition.Provider(commandLine, configured);
        var catalogue = services.GetRequiredService<SeriesCatalogue>();
        var (series, date) = (catalogue.First, reading.Briefing.Date ?? catalogue.TodayOf(catalogue.First));
        var request = new ThreadRequest(
            DocumentOf(reading, series, date, commandLine.Time.GetUtcNow()),
            await PreviousAsync(commandLine, configured, services, series, date, cancellationToken),
            locale ?? series.Language,
            sections
        );
        foreach (var call in Calls(platform, services.GetRequiredService<IThreadComposer>().Compose(request), series, date))
        {
            await commandLine.Output.WriteLineAsync(call);
        }

        return ExitCode.Done;
    }

    /// <summary>The document as the archive would store it.</summary>
    private static StoredDocument DocumentOf(BriefingReading reading, Series series, DateOnly date, DateTimeOffset now) =>
        new(
            new BriefingListing(
                0,
                series.Key,
                date,
                reading.Briefing.Edition,
                1,
                reading.Briefing.Title,
                IsSample: false,
                IsHeld: false,
                now,
                now
            ),
            1,
            reading.Source,
            "cli",
            now
        );

    /// <summary>The series' last briefing before the day; null if there is none, or no archive that can be read as it is.</summary>
    private static async Task<StoredDocument?> PreviousAsync(
        CommandLineContext commandLine,
        ConfigurationReading configured,
        IServiceProvider services,
        Series series,
        DateOnly date,
        CancellationToken cancellationToken
    )
    {
        var database = Composition.DatabaseOf(configured.Options, commandLine);
        if (database.SqliteFile() is { } file ? !File.Exists(file) : database.Provider == DatabaseProvider.Sqlite)
        {
            return null;
        }

        try
        {
            var archive = services.GetRequiredService<BriefingArchive>();
            return await archive.NewestBeforeAsync(new(series.Key, date), cancellationToken) is { } before
                ? await archive.LoadAsync(before.Key, null, cancellationToken)
                : null;
        }
        catch (Exception failure) when (failure is DbException or InvalidOperationException or IOException)
        {
            commandLine.Complain(HostTexts.Both("RenderVerb.ArchiveCannotBeRead"));
            return null;
        }
    }

    private static IEnumerable<string> Calls(ICallPreview platform, IReadOnlyList<ComposedPost> posts, Series series, DateOnly date) =>
        posts.SelectMany(post =>
            platform
                .Render(post.Message)
                .SelectMany(
                    (payload, at) =>
                        platform.Calls(
                            new PreviewedPost(
                                payload,
                                PostKey.Of(0, series.Key, date, post.Section, at + 1),
                                IsRoot: post.Section == PostKey.Root && at == 0
                            )
                        )
                )
        );
}
