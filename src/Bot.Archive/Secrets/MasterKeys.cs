using System.Security.Cryptography;
using System.Text;

namespace Bot.Archive.Secrets;

/// <summary>
/// Seals and opens small secrets with the configured master keys: AES-256-GCM with a key that HKDF-SHA256 derives from
/// the master key and a fresh salt, so that no key is used twice. A sealed secret is the concatenation of salt, nonce,
/// tag and ciphertext.
/// </summary>
public sealed class MasterKeys(SecretsOptions options)
{
    private const int SaltSize = 16;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private static readonly byte[] Info = "Bot.Secrets.MasterKey.v1"u8.ToArray();

    public byte[] Seal(ReadOnlySpan<byte> secret)
    {
        var sealedSecret = new byte[SaltSize + NonceSize + TagSize + secret.Length];
        var (salt, nonce, tag, text) = Parts(sealedSecret);
        RandomNumberGenerator.Fill(salt.Span);
        RandomNumberGenerator.Fill(nonce.Span);
        using var cipher = new AesGcm(KeyOf(options.MasterKey, salt.Span), TagSize);
        cipher.Encrypt(nonce.Span, secret, text.Span, tag.Span);
        return sealedSecret;
    }

    /// <summary>Whether it was sealed with the current master key, not a former one.</summary>
    public bool IsCurrent(byte[] sealedSecret) => options.MasterKey.Length > 0 && TryOpen(sealedSecret, options.MasterKey) is not null;

    /// <exception cref="CryptographicException">It was sealed with none of the master keys, or it was tampered with.</exception>
    public byte[] Open(byte[] sealedSecret) =>
        options
            .FormerMasterKeys.Prepend(options.MasterKey)
            .Where(master => master.Length > 0)
            .Select(master => TryOpen(sealedSecret, master))
            .FirstOrDefault(secret => secret is not null)
        ?? throw new CryptographicException("None of Secrets:MasterKey and Secrets:FormerMasterKeys opens the key.");

    private static byte[]? TryOpen(byte[] sealedSecret, string master)
    {
        if (sealedSecret.Length < SaltSize + NonceSize + TagSize)
        {
            return null;
        }

        var (salt, nonce, tag, text) = Parts(sealedSecret);
        using var cipher = new AesGcm(KeyOf(master, salt.Span), TagSize);
        var secret = new byte[text.Length];
        try
        {
            cipher.Decrypt(nonce.Span, text.Span, tag.Span, secret);
            return secret;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static byte[] KeyOf(string master, ReadOnlySpan<byte> salt)
    {
        var key = new byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(master), key, salt, Info);
        return key;
    }

    private static (Memory<byte> Salt, Memory<byte> Nonce, Memory<byte> Tag, Memory<byte> Text) Parts(byte[] sealedSecret)
    {
        var all = sealedSecret.AsMemory();
        return (
            all[..SaltSize],
            all.Slice(SaltSize, NonceSize),
            all.Slice(SaltSize + NonceSize, TagSize),
            all[(SaltSize + NonceSize + TagSize)..]
        );
    }
}
