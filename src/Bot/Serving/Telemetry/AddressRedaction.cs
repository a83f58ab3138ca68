using System.Diagnostics;
using System.Text.RegularExpressions;
using OpenTelemetry;

namespace Bot.Serving.Telemetry;

/// <summary>
/// Takes from the spans of outgoing requests what an address may keep secret: an incoming webhook's path, the token of an interaction, a
/// feed's query. Of the platforms' own APIs the path stays as far as it consists of words and numeric ids; of all others only the host.
/// </summary>
internal sealed partial class AddressRedaction(IReadOnlyList<Uri> apis) : BaseProcessor<Activity>
{
    private const string Url = "url.full";

    public override void OnEnd(Activity data)
    {
        if (data.GetTagItem(Url) is string address)
        {
            data.SetTag(Url, Shown(address));
        }
    }

    internal string Shown(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return "";
        }

        var authority = $"{uri.Scheme}://{uri.Authority}";
        return apis.Any(api => api.IsBaseOf(uri))
            ? authority + string.Join('/', uri.AbsolutePath.Split('/').Select(segment => Harmless().IsMatch(segment) ? segment : "…"))
            : authority;
    }

    // A token is longer than any word of these APIs and mixes letters and digits; ids are digits alone.
    [GeneratedRegex(@"^(?:[0-9]{1,20}|v[0-9]{1,2}|@?[a-z-]{0,16}(?:\.[A-Za-z]{1,20}){0,3})$", RegexOptions.NonBacktracking)]
    private static partial Regex Harmless();
}
