using System.Security.Cryptography;
using System.Text;

namespace Bot.Intake.Http;

/// <summary>
/// Who may post briefings. Tokens are stored as hashes and compared in constant time: hashes have the same length, and all are compared
/// even after a match.
/// </summary>
public sealed class ApiTokens(IReadOnlyDictionary<string, string> tokens)
{
    private readonly (string Name, byte[] Hash)[] _known = [.. tokens.Select(pair => (pair.Key, Hash(pair.Value)))];

    public bool AreConfigured => _known.Length > 0;

    /// <summary>Name of the token's owner; null if nobody has it.</summary>
    public string? OwnerOf(string token)
    {
        var hash = Hash(token);
        string? owner = null;
        foreach (var (name, expected) in _known)
        {
            owner = CryptographicOperations.FixedTimeEquals(expected, hash) ? name : owner;
        }

        return owner;
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
