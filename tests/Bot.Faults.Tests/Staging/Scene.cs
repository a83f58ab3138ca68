using Bot.Testing.Databases;

namespace Bot.Faults.Tests.Staging;

/// <summary>The platforms for which there are stages.</summary>
public enum Platforms
{
    TestChat,
    Slack,
    Discord,
}

/// <summary>Where a test takes place: an empty database and a platform.</summary>
public sealed record Scene(TestDatabase Database, Platforms Platform)
{
    public override string ToString() => $"{Platform} on {Database.Provider}";

    public Task<StagedPlatform> StartAsync() => StartAsync(Platform);

    /// <summary>Starts a platform's server.</summary>
    public static async Task<StagedPlatform> StartAsync(Platforms platform) =>
        platform switch
        {
            Platforms.TestChat => await StagedTestChat.StartAsync(),
            Platforms.Slack => await StagedSlack.StartAsync(),
            Platforms.Discord => await StagedDiscord.StartAsync(),
            _ => throw new ArgumentOutOfRangeException(nameof(platform), platform, "No stage"),
        };
}
