using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Bot.Testing.Databases;

/// <summary>Stands between a process and its PostgreSQL server, and takes the server away: connections break, new ones are refused.</summary>
public sealed class DatabaseProxy : IAsyncDisposable
{
    private readonly string _connectionString;
    private readonly (string Host, int Port) _server;
    private readonly ConcurrentDictionary<TcpClient, byte> _clients = new();
    private readonly int _port;
    private TcpListener _listener;
    private Socket? _held;

    public DatabaseProxy(string connectionString)
    {
        _connectionString = connectionString;
        var server = new NpgsqlConnectionStringBuilder(connectionString);
        _server = (server.Host!, server.Port);
        _listener = Listen(0);
        _port = ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    /// <summary>Of the same database, through the proxy.</summary>
    public string ConnectionString =>
        new NpgsqlConnectionStringBuilder(_connectionString) { Host = "127.0.0.1", Port = _port }.ConnectionString;

    /// <summary>Connections opened so far, those refused not counted.</summary>
    public int Opened { get; private set; }

    /// <summary>Takes the server away.</summary>
    public void Close()
    {
        _listener.Stop();
        foreach (var client in _clients.Keys)
        {
            client.Close();
        }

        // Bound only: connections are refused, and nobody else is given the port meanwhile.
        _held?.Dispose();
        _held = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _held.Bind(new IPEndPoint(IPAddress.Loopback, _port));
    }

    public void Open()
    {
        _listener = Listen(_port);
        _held?.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Close();
        _held?.Dispose();
        return ValueTask.CompletedTask;
    }

    private TcpListener Listen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        _ = AcceptAsync(listener);
        return listener;
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync();
                Opened++;
                _ = ForwardAsync(client);
            }
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Closed.
        }
    }

    private async Task ForwardAsync(TcpClient client)
    {
        using var server = new TcpClient();
        _clients.TryAdd(client, 0);
        _clients.TryAdd(server, 0);
        try
        {
            await server.ConnectAsync(_server.Host, _server.Port);
            var (near, far) = (client.GetStream(), server.GetStream());
            await Task.WhenAny(near.CopyToAsync(far), far.CopyToAsync(near));
        }
        catch (Exception failure) when (failure is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut.
        }
        finally
        {
            _clients.TryRemove(client, out _);
            _clients.TryRemove(server, out _);
            client.Dispose();
        }
    }
}
