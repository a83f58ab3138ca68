using System.Net;
using Microsoft.AspNetCore.Http;

namespace Bot.Web.Exposure;

/// <summary>One address of <see cref="WebOptions.Url"/>.</summary>
/// <param name="Text">As configured.</param>
/// <param name="Host">Without brackets; <c>*</c> or <c>+</c> for every interface.</param>
internal sealed record ListenAddress(string Text, string Host)
{
    /// <summary>Kestrel listens on every interface for a name that is not an IP address, except for localhost.</summary>
    public bool IsLoopback => IsLoopbackName(Host);

    public static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>Null if any part is not an http(s) address with a host.</summary>
    public static IReadOnlyList<ListenAddress>? ParseAll(string urls)
    {
        var parsed = new List<ListenAddress>();
        foreach (var url in urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                var address = BindingAddress.Parse(url);
                if (address.IsUnixPipe || address.IsNamedPipe || address.Host.Length == 0 || address.Scheme is not ("http" or "https"))
                {
                    return null;
                }

                parsed.Add(new ListenAddress(url, address.Host.Trim('[', ']')));
            }
            catch (FormatException)
            {
                return null;
            }
        }

        return parsed.Count > 0 ? parsed : null;
    }
}
