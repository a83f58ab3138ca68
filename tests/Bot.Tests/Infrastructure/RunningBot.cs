using Bot.Archive.Setup;
using Bot.Configuration;
using Bot.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Infrastructure;

/// <summary>The service in-process on a free port of this machine, as <c>serve</c> starts it.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ArchiveLock held;

    private RunningBot(WebApplication app, ArchiveLock held)
    {
        this.app = app;
        this.held = held;
        Http = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };
    }

    public HttpClient Http { get; }

    public IServiceProvider Services => app.Services;

    public static async Task<RunningBot> StartAsync(Bench bench)
    {
        bench.Set("Web:Url", "http://127.0.0.1:0");
        var surroundings = bench.Surroundings();
        var configured = ConfigurationReader.Read(surroundings);
        Assert.Empty(configured.Problems);
        var database = Composition.DatabaseOf(configured.Options, surroundings);
        var held = ArchiveLock.Take(database);
        var app = BotService.Build(surroundings, configured, database);
        await app.Services.GetRequiredService<ArchiveMigrator>().MigrateAsync(TestContext.Current.CancellationToken);
        await app.Services.GetRequiredService<DefaultSubscriptions>().EnsureAsync(TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RunningBot(app, held);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        held.Dispose();
    }
}
