using System.Net;
using System.Net.Sockets;

namespace Bot.Emulators;

/// <summary>
/// Keeps a loopback port for a server that is closed for a while: connections are refused, and nobody else is given the port. Who is to
/// listen there again binds it first and disposes this then.
/// </summary>
internal sealed class HeldPort : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public HeldPort(int port)
    {
        try
        {
            _socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
        }
        catch (SocketException)
        {
            // Somebody was quicker: nothing is kept.
            _socket.Dispose();
        }
    }

    public void Dispose() => _socket.Dispose();
}
