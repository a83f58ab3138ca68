using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Archive.Secrets;

/// <summary>Wraps the secret part of Data Protection's keys with the master key.</summary>
internal sealed class MasterKeyEncryptor(MasterKeys keys) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        return new EncryptedXmlInfo(new XElement("sealed", Convert.ToBase64String(keys.Seal(plain))), typeof(MasterKeyDecryptor));
    }
}

/// <summary>Unwraps them. Must not be renamed: Data Protection creates it by its type name, which is stored in the key's XML.</summary>
public sealed class MasterKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    private readonly MasterKeys _keys = services.GetRequiredService<MasterKeys>();

    /// <exception cref="System.Security.Cryptography.CryptographicException">No configured master key can open it.</exception>
    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(Encoding.UTF8.GetString(_keys.Open(Convert.FromBase64String(encryptedElement.Value))));
}
