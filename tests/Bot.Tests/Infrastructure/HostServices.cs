using Bot.Archive.Setup;
using Bot.Configuration;
using Bot.Intake;
using Bot.Serving;
using Bot.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Infrastructure;

/// <summary>The bot's services over a migrated archive in the bench's folder, without a web host.</summary>
internal sealed class HostServices : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private HostServices(ServiceProvider services) => _services = services;

    public IServiceProvider Services => _services;

    public IntakePipeline Pipeline => _services.GetRequiredService<IntakePipeline>();

    public static async Task<HostServices> OpenAsync(Bench bench)
    {
        var commandLine = bench.CommandLineContext();
        var configured = ConfigurationReader.Read(commandLine);
        Assert.Empty(configured.Problems);
        if (Composition.DatabaseOf(configured.Options, commandLine).SqliteFile() is { } file)
        {
            await SqliteTemplate.WriteAsync(file);
        }

        var services = Composition.Provider(commandLine, configured);
        await services.GetRequiredService<ArchiveMigrator>().MigrateAsync(TestContext.Current.CancellationToken);
        await services.GetRequiredService<DefaultSubscriptions>().EnsureAsync(TestContext.Current.CancellationToken);
        return new HostServices(services);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
