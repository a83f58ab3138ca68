using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Archive.Secrets;

/// <summary>The state of the keys in the archive.</summary>
/// <param name="Unwrapped">Keys that anyone with the database can use.</param>
/// <param name="Locked">Keys that the configured master keys cannot open.</param>
/// <param name="Tokens">Tokens protected by them.</param>
public sealed record KeyWrappingState(int Keys, int Unwrapped, int Locked, int Tokens);

/// <summary>
/// Wraps keys older than the master key or certificate: unwrapped ones, and those wrapped with a former master key. Data
/// Protection itself wraps only new keys, every 90 days.
/// </summary>
public sealed class KeyWrapping(IDbContextFactory<ArchiveContext> contexts, MasterKeys keys, IOptions<KeyManagementOptions> management)
{
    // The framework's own form: https://learn.microsoft.com/aspnet/core/security/data-protection/implementation/key-storage-format
    private static readonly XNamespace Framework = "http://schemas.asp.net/2015/03/dataProtection";
    private static readonly XName RequiresEncryption = Framework + "requiresEncryption";
    private static readonly XName EncryptedSecret = Framework + "encryptedSecret";

    /// <summary>
    /// Wraps the keys with the current configuration; does nothing if there is none. A key that cannot be opened stays as
    /// it is. Returns the number wrapped.
    /// </summary>
    public async Task<int> WrapAsync(CancellationToken cancellationToken)
    {
        if (management.Value.XmlEncryptor is not { } encryptor)
        {
            return 0;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var wrapped = 0;
        foreach (var key in await context.ProtectionKeys.ToListAsync(cancellationToken))
        {
            var xml = XElement.Parse(key.Xml);
            if (encryptor is MasterKeyEncryptor && !OpenFormer(xml))
            {
                continue;
            }

            var bare = Bare(xml).ToList();
            foreach (var secret in bare)
            {
                var info = encryptor.Encrypt(new XElement(secret));
                secret.ReplaceWith(
                    new XElement(
                        EncryptedSecret,
                        new XAttribute("decryptorType", info.DecryptorType.AssemblyQualifiedName!),
                        info.EncryptedElement
                    )
                );
            }

            key.Xml = bare.Count > 0 ? xml.ToString(SaveOptions.DisableFormatting) : key.Xml;
            wrapped += bare.Count > 0 ? 1 : 0;
        }

        await context.SaveChangesAsync(cancellationToken);
        return wrapped;
    }

    public async Task<KeyWrappingState> LookAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var all = (await context.ProtectionKeys.Select(key => key.Xml).ToListAsync(cancellationToken)).ConvertAll(xml =>
            XElement.Parse(xml)
        );
        return new KeyWrappingState(
            all.Count,
            all.Count(xml => Bare(xml).Any()),
            all.Count(xml => Sealed(xml).Any(secret => !Opens(secret))),
            await context.Installations.CountAsync(cancellationToken)
        );
    }

    private static IEnumerable<XElement> Bare(XElement xml) =>
        xml.Descendants().Where(element => (bool?)element.Attribute(RequiresEncryption) == true);

    private static IEnumerable<XElement> Sealed(XElement xml) =>
        xml.Descendants(EncryptedSecret)
            .Where(secret =>
                ((string?)secret.Attribute("decryptorType"))?.StartsWith(typeof(MasterKeyDecryptor).FullName!, StringComparison.Ordinal)
                == true
            );

    /// <summary>Replaces a secret sealed with a former master key by the plain one. False if one cannot be opened.</summary>
    private bool OpenFormer(XElement xml)
    {
        foreach (var secret in Sealed(xml).ToList())
        {
            var cipher = Convert.FromBase64String(secret.Elements().Single().Value);
            if (keys.IsCurrent(cipher))
            {
                continue;
            }

            if (!Opens(secret))
            {
                return false;
            }

            secret.ReplaceWith(XElement.Parse(System.Text.Encoding.UTF8.GetString(keys.Open(cipher))));
        }

        return true;
    }

    private bool Opens(XElement secret)
    {
        try
        {
            keys.Open(Convert.FromBase64String(secret.Elements().Single().Value));
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
