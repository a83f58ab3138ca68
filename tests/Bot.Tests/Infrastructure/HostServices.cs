using Bot.Archive.Setup;
using Bot.Configuration;
using Bot.Intake;
using Bot.Serving;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Infrastructure;

/// <summary>The bot's services over a migrated archive in the bench's folder, without a web host.</summary>
internal sealed class HostServices : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private HostServices(ServiceProvider services) => this.services = services;

    public IServiceProvider Services => services;

    public IntakePipeline Pipeline => services.GetRequiredService<IntakePipeline>();

    public static async Task<HostServices> OpenAsync(Bench bench)
    {
        var surroundings = bench.Surroundings();
        var configured = ConfigurationReader.Read(surroundings);
        Assert.Empty(configured.Problems);
        var services = Composition.Provider(surroundings, configured);
        await services.GetRequiredService<ArchiveMigrator>().MigrateAsync(TestContext.Current.CancellationToken);
        await services.GetRequiredService<DefaultSubscriptions>().EnsureAsync(TestContext.Current.CancellationToken);
        return new HostServices(services);
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
