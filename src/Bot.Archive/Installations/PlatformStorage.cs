using Bot.Archive.Alerts;
using Bot.Archive.Askers;
using Bot.Archive.Saving;
using Bot.Archive.Secrets;
using Bot.Chat.Answering;
using Bot.Chat.Installations;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Archive.Installations;

public static class PlatformStorage
{
    /// <summary>
    /// Adds the storage that platforms need: <see cref="IInstallations"/>, <see cref="IInbox"/>,
    /// <see cref="IPlatformState"/>, <see cref="IPostedThreads"/>, <see cref="IAskers"/> and <see cref="IArchiveVersion"/>. Requires the archive
    /// and logging.
    /// </summary>
    public static IServiceCollection AddPlatformStorage(this IServiceCollection services, SecretsOptions secrets)
    {
        services.AddSecrets(secrets);
        services.AddSingleton<AlertLedger>();
        services.AddSingleton<InstallationStore>();
        services.AddSingleton<IInstallations>(provider => provider.GetRequiredService<InstallationStore>());
        services.AddSingleton<InboxStore>();
        services.AddSingleton<IInbox>(provider => provider.GetRequiredService<InboxStore>());
        services.AddSingleton<IPlatformState, PlatformStateStore>();
        services.AddSingleton<IPostedThreads, PostedThreads>();
        services.AddSingleton<AskerStore>();
        services.AddSingleton<IAskers>(provider => provider.GetRequiredService<AskerStore>());
        services.AddSingleton<IArchiveVersion, ArchiveVersion>();
        return services;
    }
}
