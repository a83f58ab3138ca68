using System.Security.Cryptography.X509Certificates;

namespace Bot.FaultHost.TestPlatform;

/// <summary>How the test platform reaches its server.</summary>
/// <param name="Address">Of the test chat, without a slash at the end.</param>
/// <param name="Token">Bearer token; a secret.</param>
public sealed record TestChatSettings(Uri Address, string Token)
{
    /// <summary>Variables that a child process is given them in.</summary>
    public const string AddressVariable = "TEST_CHAT_ADDRESS";
    public const string TokenVariable = "TEST_CHAT_TOKEN";
    public const string TimeoutVariable = "TEST_CHAT_TIMEOUT";
    public const string TokensVariable = "TEST_CHAT_TOKENS";

    /// <summary>One request, from connecting to the last byte of the answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Workspaces have tokens of their own, so that several processes can share the work.</summary>
    public bool TokenPerWorkspace { get; init; }

    /// <summary>The token as it is now, where it can change while the bot runs; null: <see cref="Token"/>.</summary>
    public Func<string>? Current { get; init; }

    /// <summary>The only root that is trusted for https; null: the system's.</summary>
    public X509Certificate2? Root { get; init; }

    /// <summary>How a connection is made; null: as usual. For broken name servers and half-open connections.</summary>
    public Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>>? Connect { get; init; }

    /// <summary>Null when there is no test chat.</summary>
    public static TestChatSettings? FromEnvironment()
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(AddressVariable)))
        {
            return null;
        }

        string Get(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set.");
        return new TestChatSettings(new Uri(Get(AddressVariable)), Get(TokenVariable))
        {
            Timeout = TimeSpan.FromSeconds(double.Parse(Get(TimeoutVariable), System.Globalization.CultureInfo.InvariantCulture)),
            TokenPerWorkspace = Environment.GetEnvironmentVariable(TokensVariable) == "workspace",
        };
    }

    public string TokenOf(string workspace) => TokenPerWorkspace ? $"{Token}-{workspace}" : Current?.Invoke() ?? Token;
}
