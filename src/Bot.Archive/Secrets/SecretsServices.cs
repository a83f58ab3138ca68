using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Archive.Secrets;

public static class SecretsServices
{
    /// <summary>
    /// Adds protection for secrets in the archive: <see cref="TokenProtector"/>, and Data Protection with its keys stored
    /// there. The options must already be checked.
    /// </summary>
    public static IServiceCollection AddSecrets(this IServiceCollection services, SecretsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.AddSingleton(options);
        services.AddSingleton<MasterKeys>();
        services.AddSingleton<KeySeals>();
        services.AddSingleton<TokenProtector>();
        services.AddSingleton<KeyWrapping>();
        var protection = services.AddDataProtection().SetApplicationName("briefing-bot");
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<IDbContextFactory<ArchiveContext>, MasterKeys, KeySeals>(
                (management, contexts, keys, seals) =>
                {
                    management.XmlRepository = new ProtectionKeyRepository(contexts, seals);
                    management.XmlEncryptor = options.MasterKey.Length > 0 ? new MasterKeyEncryptor(keys) : management.XmlEncryptor;
                }
            );
        if (!string.IsNullOrWhiteSpace(options.Certificate))
        {
            protection.ProtectKeysWithCertificate(options.LoadCertificate());
        }

        return services;
    }
}
