using System.Net;
using System.Net.Sockets;

namespace Bot.Testing;

/// <summary>Starts an <see cref="HttpListener"/>, which takes no port 0, on a port of this machine that nobody else has.</summary>
public static class LoopbackListener
{
    private const int Tries = 20;

    /// <param name="path">Of the address, with <c>/</c> at its end.</param>
    public static (HttpListener Listener, string Address) Start(string path = "")
    {
        for (var attempt = 1; ; attempt++)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/{path}";
            probe.Stop();
            var listener = new HttpListener();
            listener.Prefixes.Add(address);
            try
            {
                listener.Start();
                return (listener, address);
            }
            catch (HttpListenerException) when (attempt < Tries)
            {
                // Somebody was quicker.
                listener.Close();
            }
        }
    }
}
