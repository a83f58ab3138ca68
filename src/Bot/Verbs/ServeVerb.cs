using System.CommandLine;
using Bot.Archive.Secrets;
using Bot.Archive.Setup;
using Bot.Configuration;
using Bot.Serving;
using Bot.Serving.Guarding;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Bot.Verbs;

/// <summary><c>serve</c>: runs the service until it is told to stop. Prints one line, its address.</summary>
internal static class ServeVerb
{
    private const string NewOption = "--new";

    /// <summary>For another writer to end. After that the start goes on, and fails with the database's own words.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static Command Create(Surroundings surroundings)
    {
        var verb = new Command("serve", surroundings.Say(new(
            "サービスを動かします。設定がなければ ./data/bot.db と http://127.0.0.1:5080 です",
            "Runs the service. With nothing configured: ./data/bot.db and http://127.0.0.1:5080")));
        var mayBeNew = new Option<bool>(NewOption) { Description = surroundings.Say(HostTexts.Both("Serve.New")) };
        verb.Options.Add(mayBeNew);
        verb.SetAction((parsed, cancellationToken) => RunAsync(surroundings, parsed.GetValue(mayBeNew), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(Surroundings surroundings, bool mayBeNew, CancellationToken cancellationToken)
    {
        if (Configured.OrComplain(surroundings) is not { } configured)
        {
            return ExitCode.Failed;
        }

        var database = Composition.DatabaseOf(configured.Options, surroundings);
        using var held = ArchiveLock.Take(database, mayBeNew);
        await using var app = BotService.Build(surroundings, configured, database);
        // From here on it hears who ends the process.
        var end = app.Services.GetRequiredService<ProcessEnd>();
        await PrepareAsync(app.Services, surroundings, cancellationToken);
        held.Settle();
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException exception) when (exception.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            surroundings.Complain(new(
                $"{configured.Options.Web.Url} は使用中です。Web:Url で別のアドレスにしてください",
                $"{configured.Options.Web.Url} is in use: choose another address with Web:Url"));
            return ExitCode.Failed;
        }

        await surroundings.Output.WriteLineAsync(AddressLine(app, surroundings));
        await surroundings.Output.FlushAsync(cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
        if (cancellationToken.IsCancellationRequested || !end.IsUnasked)
        {
            return ExitCode.Done;
        }

        surroundings.Complain(HostTexts.Both("Ended.Unasked"));
        return ExitCode.Failed;
    }

    /// <summary>What the database needs before anything runs.</summary>
    private static async Task PrepareAsync(IServiceProvider services, Surroundings surroundings, CancellationToken cancellationToken)
    {
        await WaitForWriterAsync(services, surroundings, cancellationToken);
        await services.GetRequiredService<ArchiveMigrator>().MigrateAsync(cancellationToken);
        services.GetRequiredService<ArchiveFile>().Pin();
        await services.GetRequiredService<KeyWrapping>().WrapAsync(cancellationToken);
        await services.GetRequiredService<DefaultSubscriptions>().EnsureAsync(cancellationToken);
    }

    /// <summary>A backup or a person's own tool may be writing: that is said once and waited for, as a start that fails helps nobody.</summary>
    private static async Task WaitForWriterAsync(IServiceProvider services, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var database = services.GetRequiredService<ArchiveOptions>();
        if (database.SqliteFile() is not { } file || !File.Exists(file))
        {
            return;
        }

        var probe = services.GetRequiredService<ArchiveProbe>();
        var since = surroundings.Time.GetTimestamp();
        for (var isTold = false; await probe.LookAsync(cancellationToken) == DatabaseTrouble.Busy; isTold = true)
        {
            if (!isTold)
            {
                surroundings.Complain(HostTexts.Both("Serve.Waits", file));
            }

            if (surroundings.Time.GetElapsedTime(since) > Patience)
            {
                return;
            }

            await Task.Delay(Pause, surroundings.Time, cancellationToken);
        }
    }

    private static string AddressLine(WebApplication app, Surroundings surroundings)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return $"{surroundings.Say(new("ブリーフィングボット", "Briefing bot"))}: {string.Join(' ', addresses)}";
    }
}
