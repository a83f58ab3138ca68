using System.CommandLine;
using Bot.Archive.Secrets;
using Bot.Archive.Setup;
using Bot.Configuration;
using Bot.Serving;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Bot.Verbs;

/// <summary><c>serve</c>: runs the service until it is told to stop. Prints one line, its address.</summary>
internal static class ServeVerb
{
    public static Command Create(Surroundings surroundings)
    {
        var verb = new Command("serve", surroundings.Say(new(
            "サービスを動かします。設定がなければ ./data/bot.db と http://127.0.0.1:5080 です",
            "Runs the service. With nothing configured: ./data/bot.db and http://127.0.0.1:5080")));
        verb.SetAction((_, cancellationToken) => RunAsync(surroundings, cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(Surroundings surroundings, CancellationToken cancellationToken)
    {
        if (Configured.OrComplain(surroundings) is not { } configured)
        {
            return ExitCode.Failed;
        }

        var database = Composition.DatabaseOf(configured.Options, surroundings);
        using var held = ArchiveLock.Take(database);
        await using var app = BotService.Build(surroundings, configured, database);
        await app.Services.GetRequiredService<ArchiveMigrator>().MigrateAsync(cancellationToken);
        await app.Services.GetRequiredService<KeyWrapping>().WrapAsync(cancellationToken);
        await app.Services.GetRequiredService<DefaultSubscriptions>().EnsureAsync(cancellationToken);
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
        return ExitCode.Done;
    }

    private static string AddressLine(WebApplication app, Surroundings surroundings)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return $"{surroundings.Say(new("ブリーフィングボット", "Briefing bot"))}: {string.Join(' ', addresses)}";
    }
}
