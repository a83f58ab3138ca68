using System.Security.Cryptography;
using System.Text;

namespace Bot.Chat.Platforms;

/// <summary>
/// Names a frozen payload: lower-case hex SHA-256 of platform and content, so the same content on the same platform has
/// the same hash.
/// </summary>
public static class PayloadHash
{
    public static string Of(PlatformId platform, string content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{platform}\n{content}")));
}
