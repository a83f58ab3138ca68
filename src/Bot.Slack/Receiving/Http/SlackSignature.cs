using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Chat.Calls;
using Microsoft.Extensions.Primitives;

namespace Bot.Slack.Receiving.Http;

/// <summary>
/// Slack's request signature, version v0: HMAC-SHA256 of <c>v0:TIMESTAMP:BODY</c> over the raw body
/// (https://docs.slack.dev/authentication/verifying-requests-from-slack). While a secret is being rotated, the previous one is accepted
/// too.
/// </summary>
public sealed class SlackSignature
{
    public const string TimestampHeader = "X-Slack-Request-Timestamp";
    public const string SignatureHeader = "X-Slack-Signature";

    /// <summary>Maximum difference between the request's time and ours, either way, in seconds.</summary>
    public const long MostSkew = 300;

    /// <summary>Free bytes required before a body, for what is signed with it.</summary>
    public const int Head = 24;

    // "v0:", a time of at most 12 digits, ":".
    private const int MostDigits = 12;
    private const string Version = "v0=";
    private const int SignatureLength = 3 + (2 * HMACSHA256.HashSizeInBytes);

    private readonly byte[][] _secrets;
    private readonly TimeProvider _time;

    /// <param name="secrets">The current one, and the previous one while it is still accepted; empty ones are ignored.</param>
    /// <exception cref="ArgumentException">There is no secret: an empty one would let anybody sign.</exception>
    public SlackSignature(IEnumerable<string> secrets, TimeProvider time)
    {
        _secrets = [.. secrets.Where(secret => secret.Length > 0).Select(Encoding.UTF8.GetBytes)];
        if (_secrets.Length == 0)
        {
            throw new ArgumentException("There is no signing secret.", nameof(secrets));
        }

        _time = time;
    }

    /// <summary>Whether Slack has just sent this. A duplicated header is rejected, because it is unclear which one was signed.</summary>
    /// <param name="buffer">The body after <see cref="Head"/> free bytes, which are written to.</param>
    public bool IsGood(StringValues timestamp, StringValues signature, Span<byte> buffer) => Judge(timestamp, signature, buffer).IsGood;

    /// <summary>Like <see cref="IsGood"/>, but says what is wrong.</summary>
    public SignatureVerdict Judge(StringValues timestamp, StringValues signature, Span<byte> buffer)
    {
        if (
            timestamp.Count != 1
            || signature.Count != 1
            || timestamp.ToString() is not { Length: > 0 and <= MostDigits } time
            || signature.ToString() is not { Length: SignatureLength } signed
            || !signed.StartsWith(Version, StringComparison.Ordinal)
            || !long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        )
        {
            return SignatureVerdict.Mismatch;
        }

        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (
            Convert.FromHexString(signed.AsSpan(Version.Length), given, out _, out var written) != OperationStatus.Done
            || written != given.Length
        )
        {
            return SignatureVerdict.Mismatch;
        }

        var head = buffer[(Head - time.Length - 4)..];
        "v0:"u8.CopyTo(head);
        Encoding.ASCII.GetBytes(time, head[3..]);
        head[3 + time.Length] = (byte)':';

        // Compares all secrets, even after a match.
        var good = false;
        Span<byte> right = stackalloc byte[HMACSHA256.HashSizeInBytes];
        foreach (var secret in _secrets)
        {
            HMACSHA256.HashData(secret, head, right);
            good |= CryptographicOperations.FixedTimeEquals(right, given);
        }

        var off = seconds - _time.GetUtcNow().ToUnixTimeSeconds();
        return !good ? SignatureVerdict.Mismatch
            : Math.Abs(off) <= MostSkew ? SignatureVerdict.Good
            : SignatureVerdict.Late(TimeSpan.FromSeconds(off));
    }
}
