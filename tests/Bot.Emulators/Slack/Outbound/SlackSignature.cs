using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Emulators.Slack.Outbound;

/// <summary>Signature version 0 (https://docs.slack.dev/authentication/verifying-requests-from-slack).</summary>
public static class SlackSignature
{
    public const string SignatureHeader = "X-Slack-Signature";
    public const string TimestampHeader = "X-Slack-Request-Timestamp";

    /// <param name="timestamp">Seconds since 1970, as in the header.</param>
    /// <returns><c>v0=</c> and 64 lower-case hex digits.</returns>
    public static string Of(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        var prefix = Encoding.UTF8.GetBytes($"v0:{timestamp}:");
        return "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. prefix, .. body]));
    }

    /// <summary>The two headers of a request, valid or invalid as requested.</summary>
    /// <returns>Null for a header that is not sent.</returns>
    public static (string? Timestamp, string? Signature) Headers(SignatureKind kind, string secret, DateTimeOffset now, byte[] body)
    {
        var seconds = now.ToUnixTimeSeconds();
        var timestamp = (
            kind switch
            {
                SignatureKind.Old => seconds - 600,
                SignatureKind.Future => seconds + 600,
                _ => seconds,
            }
        ).ToString(CultureInfo.InvariantCulture);
        var good = Of(secret, timestamp, body);
        return kind switch
        {
            SignatureKind.Missing => (timestamp, null),
            SignatureKind.Undated => (null, good),
            SignatureKind.Forged => (timestamp, Of(secret + "-not", timestamp, body)),
            SignatureKind.Altered => (timestamp, Of(secret, timestamp, [.. body, (byte)'&'])),
            SignatureKind.Short => (timestamp, good[..^2]),
            SignatureKind.Empty => (timestamp, ""),
            SignatureKind.NoSecret => (timestamp, Of("", timestamp, body)),
            _ => (timestamp, good),
        };
    }
}
