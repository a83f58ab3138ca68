using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Bot.Archive.Secrets;

/// <summary>What is sealed in the XML of one of Data Protection's keys, and whether the configuration opens it.</summary>
/// <param name="services">Holds the configured certificate's options.</param>
public sealed class KeySeals(MasterKeys keys, IServiceProvider services)
{
    // The framework's own form: https://learn.microsoft.com/aspnet/core/security/data-protection/implementation/key-storage-format
    private static readonly XNamespace Framework = "http://schemas.asp.net/2015/03/dataProtection";
    private static readonly XName RequiresEncryption = Framework + "requiresEncryption";
    private static readonly XName EncryptedSecret = Framework + "encryptedSecret";

    /// <summary>Secrets that stand bare.</summary>
    public static IEnumerable<XElement> Bare(XElement xml)
    {
        ArgumentNullException.ThrowIfNull(xml);
        return xml.Descendants().Where(element => (bool?)element.Attribute(RequiresEncryption) == true);
    }

    /// <summary>Seals a bare secret where it stands.</summary>
    public static void Seal(XElement bare, IXmlEncryptor encryptor)
    {
        ArgumentNullException.ThrowIfNull(bare);
        ArgumentNullException.ThrowIfNull(encryptor);
        var info = encryptor.Encrypt(new XElement(bare));
        bare.ReplaceWith(
            new XElement(EncryptedSecret, new XAttribute("decryptorType", info.DecryptorType.AssemblyQualifiedName!), info.EncryptedElement)
        );
    }

    /// <summary>Something is sealed in it that nothing in the configuration opens.</summary>
    public bool IsLocked(XElement xml) => xml.Descendants(EncryptedSecret).Any(secret => !Opens(secret));

    /// <summary>Replaces what a former master key sealed by the plain secret. False if something sealed by a master key cannot be opened.</summary>
    public bool OpenFormer(XElement xml)
    {
        foreach (var secret in xml.Descendants(EncryptedSecret).Where(IsBy<MasterKeyDecryptor>).ToList())
        {
            var cipher = CipherOf(secret);
            if (keys.IsCurrent(cipher))
            {
                continue;
            }

            if (!Opens(secret))
            {
                return false;
            }

            secret.ReplaceWith(XElement.Parse(Encoding.UTF8.GetString(keys.Open(cipher))));
        }

        return true;
    }

    private bool Opens(XElement secret)
    {
        try
        {
            if (IsBy<MasterKeyDecryptor>(secret))
            {
                keys.Open(CipherOf(secret));
            }
            else if (IsBy<EncryptedXmlDecryptor>(secret))
            {
                new EncryptedXmlDecryptor(services).Decrypt(secret.Elements().Single());
            }

            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static bool IsBy<TDecryptor>(XElement secret) =>
        ((string?)secret.Attribute("decryptorType"))?.StartsWith(typeof(TDecryptor).FullName!, StringComparison.Ordinal) == true;

    private static byte[] CipherOf(XElement secret) => Convert.FromBase64String(secret.Elements().Single().Value);
}
