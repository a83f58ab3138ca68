using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Delivery.Alerts;

/// <summary>
/// Signs a webhook by Standard Webhooks: HMAC-SHA256 over id, time and body, a signature for each key.
/// https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
/// </summary>
internal static class WebhookSignature
{
    private const string Prefix = "whsec_";

    // The specification's bounds of a key, in bytes.
    private const int Shortest = 24;
    private const int Longest = 64;

    public static bool IsKey(string secret) => KeyOf(secret) is { Length: >= Shortest and <= Longest };

    /// <summary>Does nothing without a key.</summary>
    public static void Sign(
        HttpRequestHeaders headers,
        IReadOnlyList<string> secrets,
        string id,
        DateTimeOffset at,
        ReadOnlySpan<byte> body
    )
    {
        if (secrets.Count == 0)
        {
            return;
        }

        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{time}."), .. body];
        headers.Add("webhook-id", id);
        headers.Add("webhook-timestamp", time);
        headers.Add(
            "webhook-signature",
            string.Join(' ', secrets.Select(secret => "v1," + Convert.ToBase64String(HMACSHA256.HashData(KeyOf(secret)!, signed))))
        );
    }

    /// <summary>Null if it is not base64.</summary>
    private static byte[]? KeyOf(string secret)
    {
        var text = secret.Trim();
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(
            text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : text,
            bytes,
            out var length
        )
            ? bytes[..length]
            : null;
    }
}
