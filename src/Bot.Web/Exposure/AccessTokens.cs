using System.Security.Cryptography;
using System.Text;

namespace Bot.Web.Exposure;

/// <summary>
/// The configured tokens, kept as hashes. Compared in constant time: all hashes have the same length, and every token is
/// compared even after a match.
/// </summary>
internal sealed class AccessTokens(WebOptions options)
{
    private readonly byte[][] _hashes = [.. options.Auth.Tokens.Select(Hash)];

    public bool AreConfigured => _hashes.Length > 0;

    public bool Accept(string token) => AcceptHash(Hash(token));

    public bool AcceptHash(ReadOnlySpan<byte> hash)
    {
        var accepted = false;
        foreach (var known in _hashes)
        {
            accepted |= CryptographicOperations.FixedTimeEquals(known, hash);
        }

        return accepted;
    }

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token.Trim()));
}
