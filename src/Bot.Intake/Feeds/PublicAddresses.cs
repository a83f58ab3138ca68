using System.Net;
using Microsoft.Security.AntiSSRF;

namespace Bot.Intake.Feeds;

/// <summary>
/// Tells addresses on the public internet from those in the bot's own surroundings. The ranges come from a library, which also knows the
/// clouds' own addresses, such as Azure's 168.63.129.16, which no registry lists. The library's handler is not used, because it follows
/// redirects and adds headers by itself.
/// </summary>
public static class PublicAddresses
{
    /// <summary>IPv4 addresses written as IPv6, long deprecated (RFC 4291 §2.5.5.1): not used on the internet.</summary>
    private const string Ipv4Compatible = "::/96";

    private static readonly IPNetwork[] Special =
    [
        .. IPAddressRanges.recommendedLatest.Append(Ipv4Compatible).Select(range => IPNetwork.Parse(range)),
    ];

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    /// <summary>
    /// Whether the address may be contacted. An IPv4 address inside an IPv6 one is judged as itself: behind a NAT64 every IPv4 address
    /// looks like that.
    /// </summary>
    public static bool Include(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return Include(address.MapToIPv4());
        }

        if (Nat64.Contains(address))
        {
            return Include(Embedded(address, 12));
        }

        if (SixToFour.Contains(address))
        {
            return Include(Embedded(address, 2));
        }

        return !Special.Any(network => network.Contains(address));
    }

    private static IPAddress Embedded(IPAddress address, int at) => new(address.GetAddressBytes().AsSpan(at, 4));
}
