using System.Net;

namespace Bot.Intake.Feeds;

/// <summary>Tells addresses of the public internet from those of the bot's own surroundings.</summary>
public static class PublicAddresses
{
    /// <summary>Not global: https://www.iana.org/assignments/iana-ipv4-special-registry and …/iana-ipv6-special-registry.</summary>
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/96", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork LocalNat64 = IPNetwork.Parse("64:ff9b:1::/48");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    /// <summary>Whether anybody may be asked there. An IPv4 address inside an IPv6 one is judged as itself.</summary>
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

        return !LocalNat64.Contains(address) && !Special.Any(network => network.Contains(address));
    }

    private static IPAddress Embedded(IPAddress address, int at) => new(address.GetAddressBytes().AsSpan(at, 4));
}
