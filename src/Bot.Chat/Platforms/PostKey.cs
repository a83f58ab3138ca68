using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Chat.Platforms;

/// <summary>
/// The identity of a post: (subscription, series, date, edition, section identity, part), plus the revision for an edit
/// or an appended post. The same post has the same key in every attempt, process and payload revision.
/// </summary>
/// <param name="Value">22 characters of base64url: fits Discord's nonce of 25.</param>
public readonly record struct PostKey(string Value)
{
    /// <summary>The identity of a thread's root; no section uses it.</summary>
    public const string Root = "root";

    /// <param name="edition">Edition of the briefing; empty for none, which keeps keys from before editions existed.</param>
    /// <param name="section">Identity of the section within its briefing; <see cref="Root"/> for the root.</param>
    /// <param name="part">From 1.</param>
    /// <param name="revision">The revision that an edit or append belongs to; null for an original post.</param>
    public static PostKey Of(
        long subscription,
        string series,
        DateOnly date,
        string section,
        int part,
        int? revision = null,
        string edition = ""
    )
    {
        var text = FormattableString.Invariant(
            $"{subscription}\n{series}\n{date:yyyy-MM-dd}{(edition.Length == 0 ? "" : "/" + edition)}\n{section}\n{part}\n{revision}"
        );
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return new PostKey(Base64Url.EncodeToString(hash[..16]));
    }

    public override string ToString() => Value;
}
