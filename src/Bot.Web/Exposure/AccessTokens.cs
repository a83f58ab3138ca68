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
    private readonly byte[][] _reading = [.. options.Auth.ReadTokens.Select(Hash)];

    public bool AreConfigured => _hashes.Length > 0;

    /// <summary>Programs need a token to read, even where people on this machine need none for the pages.</summary>
    public bool AreNeededToRead => AreConfigured || _reading.Length > 0;

    public bool Accept(string token) => AcceptHash(Hash(token));

    public bool AcceptHash(ReadOnlySpan<byte> hash) => IsAmong(_hashes, hash);

    /// <summary>Whether a program that shows the token may read.</summary>
    public bool AcceptToRead(string token)
    {
        var hash = Hash(token);
        return IsAmong(_hashes, hash) | IsAmong(_reading, hash);
    }

    private static bool IsAmong(byte[][] hashes, ReadOnlySpan<byte> hash)
    {
        var accepted = false;
        foreach (var known in hashes)
        {
            accepted |= CryptographicOperations.FixedTimeEquals(known, hash);
        }

        return accepted;
    }

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token.Trim()));
}
