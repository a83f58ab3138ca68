using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Bot.Faults.Tests.Staging;

/// <summary>What is wrong with a server's TLS.</summary>
public enum BadTls
{
    None,
    Expired,
    WrongHost,
    Untrusted,

    /// <summary>The connection is reset instead of a handshake.</summary>
    Reset,
}

/// <summary>A server in the platform's place with one thing wrong about its certificate. Counts who talks to it, answers nobody.</summary>
public sealed class TlsImpostor : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate;
    private readonly BadTls _fault;
    private readonly Task _accepting;
    private int _connections;
    private int _requests;

    private TlsImpostor(BadTls fault)
    {
        _fault = fault;
        using var rootKey = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        var request = new CertificateRequest("CN=Test root", rootKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var signer = request.CreateSelfSigned(now.AddDays(-30), now.AddDays(30));
        Root = fault == BadTls.Untrusted ? Stranger(now) : X509CertificateLoader.LoadCertificate(signer.RawData);
        _certificate = Leaf(signer, now);
        _listener.Start();
        Address = new Uri($"https://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>The one root that the client trusts.</summary>
    public X509Certificate2 Root { get; }

    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Connections on which a byte arrived after a handshake.</summary>
    public int Requests => Volatile.Read(ref _requests);

    public static Task<TlsImpostor> StartAsync(BadTls fault) => Task.FromResult(new TlsImpostor(fault));

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Dispose();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _certificate.Dispose();
        Root.Dispose();
        _stopping.Dispose();
    }

    private static X509Certificate2 Stranger(DateTimeOffset now)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Another root", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(now.AddDays(-30), now.AddDays(30));
    }

    private X509Certificate2 Leaf(X509Certificate2 signer, DateTimeOffset now)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=chat", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(_fault == BadTls.WrongHost ? "chat.example" : "localhost");
        request.CertificateExtensions.Add(names.Build());
        var end = _fault == BadTls.Expired ? now.AddDays(-1) : now.AddDays(10);
        using var signed = request.Create(signer, now.AddDays(-20), end, RandomNumberGenerator.GetBytes(8));
        return X509CertificateLoader.LoadPkcs12(signed.CopyWithPrivateKey(key).Export(X509ContentType.Pkcs12), null);
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            var socket = await _listener.AcceptSocketAsync(_stopping.Token);
            Interlocked.Increment(ref _connections);
            _ = ServeAsync(socket);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        if (_fault == BadTls.Reset)
        {
            socket.LingerState = new LingerOption(true, 0);
            socket.Dispose();
            return;
        }

        try
        {
            await using var tls = new SslStream(new NetworkStream(socket, ownsSocket: true));
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stopping.Token);
            if (await tls.ReadAsync(new byte[1], _stopping.Token) > 0)
            {
                Interlocked.Increment(ref _requests);
            }
        }
        catch (Exception failure)
            when (failure is IOException or System.Security.Authentication.AuthenticationException or OperationCanceledException)
        {
            // The client refuses to talk to this server, as it should.
        }
    }
}
