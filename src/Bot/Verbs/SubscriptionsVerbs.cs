using System.CommandLine;
using System.Globalization;
using Bot.Archive.Subscriptions;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Chat.Schedules;
using Bot.Chat.Subscriptions;
using Bot.Configuration;
using Bot.Delivery.Planning;
using Bot.Delivery.Schedules;

namespace Bot.Verbs;

/// <summary><c>subscriptions list|apply FILE|export</c>: who gets what, as data.</summary>
internal static class SubscriptionsVerbs
{
    /// <summary>A subscription takes a line or two in the file; anything larger is a mistake.</summary>
    private const int LargestFile = 16 * 1024 * 1024;

    public static Command Create(CommandLineContext commandLine)
    {
        var file = new Argument<string>("FILE")
        {
            Description = commandLine.Say(HostTexts.Both("SubscriptionsVerbs.SubscriptionsAsJSONStandardInput")),
        };
        var dryRun = new Option<bool>("--dry-run")
        {
            Description = commandLine.Say(HostTexts.Both("SubscriptionsVerbs.OnlyPrintDifference")),
        };
        var prune = new Option<bool>("--prune")
        {
            Description = commandLine.Say(HostTexts.Both("SubscriptionsVerbs.EndSubscriptionsFileDoesNot")),
        };
        var list = new Command("list", commandLine.Say(HostTexts.Both("SubscriptionsVerbs.PrintsSubscriptions")));
        var apply = new Command("apply", commandLine.Say(HostTexts.Both("SubscriptionsVerbs.MakesSubscriptionsAsFileSays")))
        {
            file,
            dryRun,
            prune,
        };
        var export = new Command("export", commandLine.Say(HostTexts.Both("SubscriptionsVerbs.PrintsJSONApplyTakes")));
        list.SetAction(
            (_, cancellationToken) => WithStoreAsync(commandLine, (desk, token) => ListAsync(commandLine, desk, token), cancellationToken)
        );
        export.SetAction(
            (_, cancellationToken) =>
                WithStoreAsync(
                    commandLine,
                    async (desk, token) =>
                    {
                        await commandLine.Output.WriteLineAsync(
                            await desk.Services.GetRequiredService<SubscriptionStore>().ExportAsync(NamesOf(desk), token)
                        );
                        return ExitCode.Done;
                    },
                    cancellationToken
                )
        );
        apply.SetAction(
            (parsed, cancellationToken) =>
                WithStoreAsync(
                    commandLine,
                    (desk, token) =>
                        ApplyAsync(
                            commandLine,
                            desk,
                            parsed.GetRequiredValue(file),
                            parsed.GetValue(prune),
                            parsed.GetValue(dryRun),
                            token
                        ),
                    cancellationToken
                )
        );
        return new Command("subscriptions", commandLine.Say(HostTexts.Both("SubscriptionsVerbs.WhichChannelGetsWhat")))
        {
            list,
            apply,
            export,
        };
    }

    private static async Task<int> WithStoreAsync(
        CommandLineContext commandLine,
        Func<OpenArchive, CancellationToken, Task<int>> work,
        CancellationToken cancellationToken
    )
    {
        if (Configured.OrComplain(commandLine) is not { } configured)
        {
            return ExitCode.Failed;
        }

        await using var desk = await OpenArchive.OpenAsync(commandLine, configured, dryRun: false, cancellationToken);
        return await work(desk, cancellationToken);
    }

    private static SubscriptionNames NamesOf(OpenArchive desk) =>
        new(
            [.. desk.Services.GetServices<IPlatform>().Select(platform => platform.Id.Value)],
            [.. desk.Services.GetRequiredService<SeriesCatalogue>().All.Select(series => series.Key)]
        )
        {
            Options = [.. desk.Services.GetServices<IPlatformOptions>()],
            Calendars = desk.Services.GetRequiredService<IHolidays>().Calendars,
            IsOpen = desk.Services.GetRequiredService<SeriesAccess>().IsOpen,
        };

    private static async Task<int> ListAsync(CommandLineContext commandLine, OpenArchive desk, CancellationToken cancellationToken)
    {
        var rows = await desk.Services.GetRequiredService<SubscriptionStore>().ListAsync(cancellationToken);
        foreach (
            var time in await desk
                .Services.GetRequiredService<NextTimes>()
                .OfAsync([.. rows.Select(SubscriptionSpec.Of)], cancellationToken)
        )
        {
            var spec = time.Subscription;
            var sections = spec.Sections.Count == 0 ? "all" : string.Join(',', spec.Sections);
            await commandLine.Output.WriteLineAsync(
                $"{spec}\t{sections}\t{SubscriptionFile.LanguageOf(spec.Locale)}\t{time.Timetable.Schedule}\t{Next(time)}"
            );
        }

        return ExitCode.Done;
    }

    /// <summary><c>2026-01-07 08:00 Asia/Tokyo</c>.</summary>
    private static string Next(NextTime time) =>
        time.At is { } at
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{LocalClock.Shown(at, time.Timetable.Zone):yyyy-MM-dd HH:mm} {time.Timetable.Zone.Id}"
            )
            : "on arrival";

    private static async Task<int> ApplyAsync(
        CommandLineContext commandLine,
        OpenArchive desk,
        string file,
        bool prune,
        bool dryRun,
        CancellationToken cancellationToken
    )
    {
        if (await DocumentFile.ReadAsync(commandLine, file, LargestFile, cancellationToken) is not { Bytes: { } bytes })
        {
            return ExitCode.Failed;
        }

        var changes = await desk
            .Services.GetRequiredService<SubscriptionStore>()
            .ApplyAsync(System.Text.Encoding.UTF8.GetString(bytes), NamesOf(desk), prune, dryRun, cancellationToken);
        if (changes.Problems.Count > 0)
        {
            commandLine.Complain(HostTexts.Both("SubscriptionsVerbs.NothingWasChanged", file));
            foreach (var problem in changes.Problems)
            {
                await commandLine.Error.WriteLineAsync($"  {problem}");
            }

            return ExitCode.Failed;
        }

        foreach (var change in changes.Changes)
        {
            await commandLine.Output.WriteLineAsync(change.ToString());
        }

        commandLine.Complain(
            HostTexts.Both(
                dryRun ? "SubscriptionsVerbs.ChangedAsTheyWereDryRun" : "SubscriptionsVerbs.ChangedAsTheyWere",
                changes.Changes.Count,
                changes.Unchanged,
                changes.Unnamed
            )
        );
        return ExitCode.Done;
    }
}
