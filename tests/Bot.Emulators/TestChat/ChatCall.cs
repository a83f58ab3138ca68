using System.Security.Cryptography;
using System.Text;
using Bot.Emulators.Log;

namespace Bot.Emulators.TestChat;

/// <summary>One request to the test chat.</summary>
/// <param name="Request">Number of the request on this server.</param>
/// <param name="Channel">Workspace and channel.</param>
/// <param name="Token">First digits of the bearer token's hash; null without one.</param>
public sealed record ChatCall(long Request, string Operation, string Channel, string? Token)
{
    public LogEntry Entry(long sequence, LogKind kind, DateTimeOffset at) =>
        new(sequence, at, kind, Operation, Channel) { Request = Request, Token = Token };

    public static string Fingerprint(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)))[..8];
}
