using System.Buffers;
using System.Globalization;
using System.Text;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Web.Channel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Bot.Web.Pages;

/// <summary>Addresses of the pages. All are paths on this site: no page names a host.</summary>
internal static class PageRoutes
{
    public const string Channel = "/";
    public const string Thread = "/threads";
    public const string SignIn = "/sign-in";
    public const string SignOut = "/sign-out";
    public const string Language = "/language";
    public const string Assets = "/assets";
    public const string Archive = "/archive";

    /// <summary>Where other programs' assistants call the reading commands as tools (MCP).</summary>
    public const string Tools = "/mcp";

    /// <summary>RFC 3986 §2.2 and §2.3, and the percent sign, for what is already encoded.</summary>
    private static readonly SearchValues<char> AddressCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#[]@!$&'()*+,;=%"
    );

    /// <summary>Paths called by programs.</summary>
    private static readonly PathString[] ForPrograms = ["/api", "/openapi", Tools, "/health", "/metrics", "/slack", "/discord"];

    public static string ThreadOf(long root) => string.Create(CultureInfo.InvariantCulture, $"{Thread}/{root}");

    public static string ChannelNamed(string name) =>
        name == WebChannel.DefaultName ? Channel : QueryHelpers.AddQueryString(Channel, "channel", name);

    /// <summary>The channel in an address made by <see cref="ChannelNamed"/>; null for the default channel.</summary>
    public static string? ChannelIn(string page) =>
        page.IndexOf('?', StringComparison.Ordinal) is var start and >= 0
        && QueryHelpers.ParseQuery(page[start..]).TryGetValue("channel", out var name)
            ? name.ToString()
            : null;

    public static string YearOf(string series, int year) =>
        string.Create(CultureInfo.InvariantCulture, $"{Archive}/{Uri.EscapeDataString(series)}/{year:0000}");

    public static string DayOf(string series, DateOnly date) => $"/{Uri.EscapeDataString(series)}/{Dates.Iso(date)}";

    /// <summary>The address of a briefing, which stays.</summary>
    public static string DayOf(BriefingKey key) =>
        DayOf(key.Series, key.Date) + (key.Edition.Length == 0 ? "" : $"/{Uri.EscapeDataString(key.Edition)}");

    /// <summary>The same briefing as JSON.</summary>
    public static string DataOf(BriefingKey key)
    {
        var path = $"/api/briefings/{Uri.EscapeDataString(key.Series)}/{Dates.Iso(key.Date)}";
        return key.Edition.Length == 0 ? path : QueryHelpers.AddQueryString(path, "edition", key.Edition);
    }

    public static string Older(string name, long before) =>
        QueryHelpers.AddQueryString(ChannelNamed(name), "before", before.ToString(CultureInfo.InvariantCulture));

    /// <summary>Runs a button's command for its own briefing, on the page that shows the button.</summary>
    public static string Ask(string page, Button button)
    {
        var question = new Dictionary<string, string?>
        {
            ["q"] = $"/{button.Command} {button.Arguments}".TrimEnd(),
            ["series"] = button.Series.Length > 0 ? button.Series : null,
            ["date"] = button.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        return QueryHelpers.AddQueryString(page, question) + "#reply";
    }

    public static string SwitchTo(string tag, string back) =>
        QueryHelpers.AddQueryString(Language, new Dictionary<string, string?> { ["to"] = tag, ["back"] = back });

    public static string SignInBackTo(string path) => QueryHelpers.AddQueryString(SignIn, "back", path);

    public static string Here(HttpRequest request) => request.Path.Add(request.QueryString);

    /// <summary>
    /// The path, encoded for a header, if it is on this site; otherwise the channel, so that nobody is redirected
    /// elsewhere.
    /// </summary>
    public static string Local(string? path) =>
        path is ['/', ..] && (path.Length == 1 || path[1] is not ('/' or '\\')) && !path.Any(char.IsControl) ? Encoded(path) : Channel;

    /// <summary>Percent-encodes characters not allowed in an address; what is already encoded and reserved characters stay.</summary>
    private static string Encoded(string path)
    {
        if (path.AsSpan().IndexOfAnyExcept(AddressCharacters) < 0)
        {
            return path;
        }

        var encoded = new StringBuilder(path.Length * 2);
        foreach (var rune in path.EnumerateRunes())
        {
            encoded.Append(
                rune.IsAscii && AddressCharacters.Contains((char)rune.Value) ? rune.ToString() : Uri.EscapeDataString(rune.ToString())
            );
        }

        return encoded.ToString();
    }

    /// <summary>Whether the caller is a browser, not a program.</summary>
    public static bool WantsPage(HttpRequest request) =>
        !ForPrograms.Any(root => request.Path.StartsWithSegments(root))
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
