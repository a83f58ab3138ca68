using System.Buffers;
using System.Globalization;
using Bot.Chat.Calls;
using NSec.Cryptography;

namespace Bot.Discord.Receiving.Http;

/// <summary>
/// Checks that an HTTP request was signed by Discord: Ed25519 over the raw bytes of timestamp and body.
/// https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint-validating-security-request-headers
/// </summary>
public sealed class DiscordSignature
{
    public const string SignatureHeader = "X-Signature-Ed25519";
    public const string TimestampHeader = "X-Signature-Timestamp";

    /// <summary>
    /// Discord does not say how old a request may be. An interaction can be answered for three seconds, so five minutes only allow for
    /// wrong clocks.
    /// </summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>Seconds since 1970, with room for some centuries.</summary>
    public const int LongestTimestamp = 12;

    private readonly PublicKey[] _keys;
    private readonly TimeProvider _time;

    /// <param name="keys">64 hexadecimal digits each; several while one is being replaced. Empty ones are left out.</param>
    /// <exception cref="FormatException">One is not an Ed25519 key.</exception>
    public DiscordSignature(IEnumerable<string> keys, TimeProvider time)
    {
        _keys = [.. keys.Where(key => key.Length > 0).Select(Import)];
        _time = time;
    }

    /// <summary>Whether a text can be used as a key.</summary>
    public static bool IsKey(string key) => TryImport(key) is not null;

    /// <summary>Whether it is a number of seconds close to now.</summary>
    public bool IsFresh(ReadOnlySpan<char> timestamp) => OffBy(timestamp) is { } off && off.Duration() <= Skew;

    /// <summary>How far a number of seconds is from now, negative if behind; null if it is not such a number.</summary>
    private TimeSpan? OffBy(ReadOnlySpan<char> timestamp) =>
        timestamp.Length <= LongestTimestamp && long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds - _time.GetUtcNow().ToUnixTimeSeconds())
            : null;

    /// <summary>Checks both, and says what is wrong.</summary>
    public SignatureVerdict Judge(ReadOnlySpan<char> timestamp, ReadOnlySpan<char> signature, ReadOnlySpan<byte> signed) =>
        OffBy(timestamp) is not { } off || !IsValid(signature, signed) ? SignatureVerdict.Mismatch
        : off.Duration() <= Skew ? SignatureVerdict.Good
        : SignatureVerdict.Late(off);

    /// <summary>False for a signature that is malformed, of the wrong length, or made with another key.</summary>
    /// <param name="signature">In hexadecimal.</param>
    /// <param name="signed">The timestamp's bytes, followed by the body's.</param>
    public bool IsValid(ReadOnlySpan<char> signature, ReadOnlySpan<byte> signed)
    {
        Span<byte> bytes = stackalloc byte[64];
        if (signature.Length != 2 * bytes.Length || Convert.FromHexString(signature, bytes, out _, out _) != OperationStatus.Done)
        {
            return false;
        }

        foreach (var key in _keys)
        {
            if (SignatureAlgorithm.Ed25519.Verify(key, signed, bytes))
            {
                return true;
            }
        }

        return false;
    }

    private static PublicKey Import(string key) =>
        TryImport(key) ?? throw new FormatException("A public key of Discord is 64 hexadecimal digits.");

    private static PublicKey? TryImport(string key)
    {
        Span<byte> bytes = stackalloc byte[32];
        return
            key.Length == 2 * bytes.Length
            && Convert.FromHexString(key, bytes, out _, out _) == OperationStatus.Done
            && PublicKey.TryImport(SignatureAlgorithm.Ed25519, bytes, KeyBlobFormat.RawPublicKey, out var imported)
            ? imported
            : null;
    }
}
