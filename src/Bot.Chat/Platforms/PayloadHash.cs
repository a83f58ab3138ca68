using System.Security.Cryptography;
using System.Text;

namespace Bot.Chat.Platforms;

/// <summary>What names a frozen payload: lower-case hex of SHA-256 over platform and content, so that the same content on the same platform has the same.</summary>
public static class PayloadHash
{
    public static string Of(PlatformId platform, string content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{platform}\n{content}")));
}
