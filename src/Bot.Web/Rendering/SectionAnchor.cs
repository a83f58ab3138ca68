using System.Security.Cryptography;
using System.Text;

namespace Bot.Web.Rendering;

/// <summary>
/// Links a line of a root's contents to the section post with the same heading without using message ids, which do not
/// exist yet when the payloads are frozen.
/// </summary>
internal static class SectionAnchor
{
    /// <summary>Prefix of every anchor, and of nothing else in a payload: the author's links are http(s) or mailto.</summary>
    public const string Prefix = "s-";

    /// <param name="heading">Plain text of a heading with its count: <c>🚀 新興企業　4社</c>. Spaces are ignored.</param>
    public static string Of(string heading)
    {
        var name = string.Concat(heading.Where(letter => !char.IsWhiteSpace(letter)));
        return Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 5));
    }
}
