using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Web.Exposure;

/// <summary>Trusts forwarded headers from the configured proxies only.</summary>
internal static class ForwardedProxies
{
    public static void Use(WebApplication app)
    {
        var proxies = app.Services.GetRequiredService<WebOptions>().ForwardedHeaders.KnownProxies;

        // With empty lists the framework would trust everyone, so leave the middleware out.
        if (proxies.Count == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else
            {
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
        }

        app.UseForwardedHeaders(options);
    }
}
