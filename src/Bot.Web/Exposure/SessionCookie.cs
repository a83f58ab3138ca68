using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Bot.Web.Exposure;

/// <summary>
/// The cookie a browser gets when signing in: its expiry and the hash of the token used, protected. It never contains the
/// token, and becomes invalid when the token is removed from the configuration.
/// </summary>
internal sealed class SessionCookie(IDataProtectionProvider protection, AccessTokens tokens, TimeProvider time)
{
    public const string Name = "bot-session";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private readonly IDataProtector _protector = protection.CreateProtector("Bot.Web.Session.v1");

    public void Set(HttpContext context, string token)
    {
        var expires = time.GetUtcNow() + Lifetime;
        var hash = AccessTokens.Hash(token);
        var content = new byte[sizeof(long) + hash.Length];
        BinaryPrimitives.WriteInt64BigEndian(content, expires.UtcTicks);
        hash.CopyTo(content, sizeof(long));
        context.Response.Cookies.Append(Name, WebEncoders.Base64UrlEncode(_protector.Protect(content)), Options(context, expires));
    }

    public static void Clear(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context, null));

    public bool IsValid(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { Length: > 0 and < 1024 } cookie)
        {
            return false;
        }

        try
        {
            var content = _protector.Unprotect(WebEncoders.Base64UrlDecode(cookie));
            return content.Length == sizeof(long) + SHA256.HashSizeInBytes
                && BinaryPrimitives.ReadInt64BigEndian(content) > time.GetUtcNow().UtcTicks
                && tokens.AcceptHash(content.AsSpan(sizeof(long)));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return false;
        }
    }

    private static CookieOptions Options(HttpContext context, DateTimeOffset? expires) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            Path = "/",
            Expires = expires,
            IsEssential = true,
        };
}
