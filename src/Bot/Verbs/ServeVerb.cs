using System.CommandLine;
using Bot.Archive.Secrets;
using Bot.Archive.Setup;
using Bot.Configuration;
using Bot.Delivery.Sending;
using Bot.Diagnosis;
using Bot.Serving;
using Bot.Serving.Guarding;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Bot.Verbs;

/// <summary><c>serve</c>: runs the service until it is told to stop. Prints one line, its address.</summary>
internal static class ServeVerb
{
    private const string NewOption = "--new";

    /// <summary>How long to wait for another writer. The start then continues, and fails with the database's own error.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static Command Create(CommandLineContext commandLine)
    {
        var verb = new Command("serve", commandLine.Say(HostTexts.Both("ServeVerb.RunsService")));
        var mayBeNew = new Option<bool>(NewOption) { Description = commandLine.Say(HostTexts.Both("Serve.New")) };
        verb.Options.Add(mayBeNew);
        verb.SetAction((parsed, cancellationToken) => RunAsync(commandLine, parsed.GetValue(mayBeNew), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(CommandLineContext commandLine, bool mayBeNew, CancellationToken cancellationToken)
    {
        if (Configured.OrComplain(commandLine) is not { } configured)
        {
            return ExitCode.Failed;
        }

        var database = Composition.DatabaseOf(configured.Options, commandLine);
        using var held = ArchiveLock.Take(database, mayBeNew);
        await using var app = BotService.Build(commandLine, configured, database);
        // From here on it learns what ends the process.
        var end = app.Services.GetRequiredService<ProcessEnd>();
        // Neither waits for the other, and each is a good part of a start.
        var mapping = Task.Run(() => BotService.Map(app), CancellationToken.None);
        try
        {
            await PrepareAsync(app.Services, commandLine, configured, cancellationToken);
        }
        catch (Exception failure) when (database.Provider == DatabaseProvider.PostgreSql && DatabaseErrors.TroubleOf(failure) is not null)
        {
            commandLine.Complain(DatabaseCheck.Unreachable(database.Provider, failure));
            return ExitCode.Failed;
        }
        finally
        {
            await mapping;
        }

        held.Settle();
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException exception) when (exception.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            commandLine.Complain(HostTexts.Both("ServeVerb.IsInUse", configured.Options.Web.Url));
            return ExitCode.Failed;
        }

        await commandLine.Output.WriteLineAsync(AddressLine(app, commandLine));
        await commandLine.Output.FlushAsync(cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
        if (cancellationToken.IsCancellationRequested || !end.IsUnasked)
        {
            return ExitCode.Done;
        }

        commandLine.Complain(HostTexts.Both("Ended.Unasked"));
        return ExitCode.Failed;
    }

    /// <summary>What the database needs before anything runs.</summary>
    private static async Task PrepareAsync(
        IServiceProvider services,
        CommandLineContext commandLine,
        ConfigurationReading configured,
        CancellationToken cancellationToken
    )
    {
        var (migrator, keys) = (services.GetRequiredService<ArchiveMigrator>(), services.GetRequiredService<KeyWrapping>());
        // Before anything is written, and again where no other process can make a key.
        try
        {
            await keys.RefuseLockedAsync(cancellationToken);
        }
        catch (Exception failure) when (DatabaseErrors.TroubleOf(failure) == DatabaseTrouble.Damaged)
        {
            // The migrator writes nothing either, and says which file it is.
        }

        await WaitForWriterAsync(services, commandLine, cancellationToken);
        await using (await EnterAsync(services, commandLine, configured, cancellationToken))
        {
            await migrator.MigrateAsync(cancellationToken);
        }

        services.GetRequiredService<ArchiveFile>().Pin();
        await migrator.AloneAsync(
            async token =>
            {
                await keys.RefuseLockedAsync(token);
                await keys.WrapAsync(token);
                await keys.EnsureAsync(token);
                AlarmClock.Prepare(services);
            },
            cancellationToken
        );
        await services.GetRequiredService<DefaultSubscriptions>().EnsureAsync(cancellationToken);
    }

    /// <summary>
    /// Older processes that could not go on after a migration hand over first. Meanwhile this one answers that it starts.
    /// </summary>
    private static async Task<IAsyncDisposable?> EnterAsync(
        IServiceProvider services,
        CommandLineContext commandLine,
        ConfigurationReading configured,
        CancellationToken cancellationToken
    )
    {
        var gate = services.GetRequiredService<UpgradeGate>();
        StartingPage? page = null;
        try
        {
            return await gate.EnterAsync(
                async older =>
                {
                    var names = string.Join(", ", older);
                    var waits = HostTexts.Both("Serve.WaitsForOlder", older.Count, names, gate.Patience.TotalMinutes);
                    commandLine.Complain(waits);
                    page = await StartingPage.StartAsync(configured.Options.Web.Url, waits.English, cancellationToken);
                },
                cancellationToken
            );
        }
        finally
        {
            if (page is not null)
            {
                await page.DisposeAsync();
            }
        }
    }

    /// <summary>
    /// A backup or a person's own tool may be writing: reports that once and waits, because a failed start helps nobody.
    /// </summary>
    private static async Task WaitForWriterAsync(
        IServiceProvider services,
        CommandLineContext commandLine,
        CancellationToken cancellationToken
    )
    {
        var database = services.GetRequiredService<ArchiveOptions>();
        if (database.SqliteFile() is not { } file || !File.Exists(file))
        {
            return;
        }

        var probe = services.GetRequiredService<ArchiveProbe>();
        var since = commandLine.Time.GetTimestamp();
        for (var isTold = false; await probe.LookAsync(cancellationToken) == DatabaseTrouble.Busy; isTold = true)
        {
            if (!isTold)
            {
                commandLine.Complain(HostTexts.Both("Serve.Waits", file));
            }

            if (commandLine.Time.GetElapsedTime(since) > Patience)
            {
                return;
            }

            await Task.Delay(Pause, commandLine.Time, cancellationToken);
        }
    }

    private static string AddressLine(WebApplication app, CommandLineContext commandLine)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return $"{commandLine.Say(HostTexts.Both("ServeVerb.BriefingBot"))}: {string.Join(' ', addresses)}";
    }
}
