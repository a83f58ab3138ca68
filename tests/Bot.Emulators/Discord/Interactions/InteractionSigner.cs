using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;

namespace Bot.Emulators.Discord.Interactions;

/// <summary>Signs requests as Discord does: Ed25519 over timestamp and raw body.</summary>
/// <remarks>https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint-validating-security-request-headers</remarks>
public sealed class InteractionSigner : IDisposable
{
    private readonly Key _key;

    /// <param name="label">Seed of the key, so that a test and another process share it. For tests only.</param>
    public InteractionSigner(string label = "emulated application")
    {
        _key = Key.Import(SignatureAlgorithm.Ed25519, SHA256.HashData(Encoding.UTF8.GetBytes(label)), KeyBlobFormat.RawPrivateKey);
    }

    /// <summary>As shown in the developer portal: 64 hex digits.</summary>
    public string PublicKey => Convert.ToHexStringLower(_key.PublicKey.Export(KeyBlobFormat.RawPublicKey));

    /// <returns>128 hex digits.</returns>
    public string Sign(string timestamp, ReadOnlySpan<byte> body) =>
        Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(_key, [.. Encoding.UTF8.GetBytes(timestamp), .. body]));

    public void Dispose() => _key.Dispose();
}
