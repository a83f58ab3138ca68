using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Bot.Archive.Setup;
using Bot.Chat;

namespace Bot.Archive.Secrets;

/// <summary>
/// The master key or certificate that wraps the keys for the tokens in the database. With neither, the keys are stored
/// unprotected next to the tokens, and <c>doctor</c> warns.
/// </summary>
public sealed class SecretsOptions
{
    /// <summary>Shortest master key accepted at start, in characters.</summary>
    public const int ShortestKey = 32;

    /// <summary>
    /// A random string of at least <see cref="ShortestKey"/> characters; empty for none. Losing it loses the tokens, not
    /// the ledger.
    /// </summary>
    public string MasterKey { get; init; } = "";

    /// <summary>Former master keys: still accepted for reading, so that the key can be rotated.</summary>
    public List<string> FormerMasterKeys { get; init; } = [];

    /// <summary>Path of a PKCS #12 file with a certificate and its RSA private key, instead of a master key; null for none.</summary>
    public string? Certificate { get; init; }

    /// <summary>Password of the file; empty for none.</summary>
    public string CertificatePassword { get; init; } = "";

    /// <summary>Whether the keys are wrapped at all.</summary>
    public bool WrapsKeys => MasterKey.Length > 0 || !string.IsNullOrWhiteSpace(Certificate);

    /// <summary>Problems by key; empty if there are none. Opens the certificate's file.</summary>
    public IEnumerable<(string Key, LocalizedText Message)> Problems()
    {
        foreach (
            var (key, value) in FormerMasterKeys
                .Select((value, index) => ($"{nameof(FormerMasterKeys)}:{index}", value))
                .Prepend((nameof(MasterKey), MasterKey))
        )
        {
            if (value.Length < ShortestKey && (value.Length > 0 || key != nameof(MasterKey)))
            {
                yield return (key, ArchiveTexts.Both("SecretsOptions.IsTooShort", ShortestKey));
            }
        }

        if (MasterKey.Length > 0 && !string.IsNullOrWhiteSpace(Certificate))
        {
            yield return (nameof(Certificate), ArchiveTexts.Both("SecretsOptions.ChooseOneMasterKeyAndCertificate"));
        }

        if (!string.IsNullOrWhiteSpace(Certificate) && Trouble() is { } trouble)
        {
            yield return (nameof(Certificate), trouble);
        }
    }

    /// <summary>The configured certificate with its private key.</summary>
    /// <exception cref="CryptographicException">Not a PKCS #12 file, or wrong password.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public X509Certificate2 LoadCertificate() =>
        X509CertificateLoader.LoadPkcs12FromFile(Path.GetFullPath(Certificate!), CertificatePassword, X509KeyStorageFlags.EphemeralKeySet);

    private LocalizedText? Trouble()
    {
        try
        {
            using var certificate = LoadCertificate();
            using var key = certificate.GetRSAPrivateKey();
            return key is not null ? null : ArchiveTexts.Both("SecretsOptions.HasNoRSAPrivateKey");
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            // The exception's message contains at most the file name.
            return ArchiveTexts.Both("SecretsOptions.CannotBeReadIsPKCS", Certificate);
        }
    }
}
