using System.Security.Cryptography;
using System.Text;

namespace Bot.Web.Rendering;

/// <summary>
/// Joins a line of a root's contents with the section post of the same heading, without knowing message ids: the
/// payloads are frozen before any of them has one.
/// </summary>
internal static class SectionAnchor
{
    /// <summary>Every anchor begins with this, and nothing else in a payload can: author's links are http(s) or mailto.</summary>
    public const string Prefix = "s-";

    /// <param name="heading">Plain text of a heading with its count: <c>🚀 新興企業　4社</c>. Spaces do not count.</param>
    public static string Of(string heading)
    {
        var name = string.Concat(heading.Where(letter => !char.IsWhiteSpace(letter)));
        return Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 5));
    }
}
