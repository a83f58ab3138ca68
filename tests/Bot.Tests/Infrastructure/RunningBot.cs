using Bot.Archive.Setup;
using Bot.Configuration;
using Bot.Serving;
using Bot.Testing.Databases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Infrastructure;

/// <summary>The service in-process on a free port of this machine, as <c>serve</c> starts it.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ArchiveLock _held;

    private RunningBot(WebApplication app, ArchiveLock held)
    {
        _app = app;
        _held = held;
        Http = new HttpClient
        {
            BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()),
        };
    }

    public HttpClient Http { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<RunningBot> StartAsync(Bench bench)
    {
        bench.Set("Web:Url", "http://127.0.0.1:0");
        var commandLine = bench.CommandLineContext();
        var configured = ConfigurationReader.Read(commandLine);
        Assert.Empty(configured.Problems);
        var database = Composition.DatabaseOf(configured.Options, commandLine);
        var held = ArchiveLock.Take(database);
        if (database.SqliteFile() is { } file)
        {
            await SqliteTemplate.WriteAsync(file);
        }

        var app = BotService.Build(commandLine, configured, database);
        BotService.Map(app);
        await app.Services.GetRequiredService<ArchiveMigrator>().MigrateAsync(TestContext.Current.CancellationToken);
        await app.Services.GetRequiredService<DefaultSubscriptions>().EnsureAsync(TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RunningBot(app, held);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _held.Dispose();
    }
}
