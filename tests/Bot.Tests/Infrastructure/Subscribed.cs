using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Chat;
using Bot.Chat.Platforms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Infrastructure;

/// <summary>Rows of subscriptions and pauses, as the service would have written them.</summary>
internal static class Subscribed
{
    public static async Task SubscribeAsync(this HostServices host, PlatformId platform, params string[] channels)
    {
        await using var context = await host
            .Services.GetRequiredService<IDbContextFactory<ArchiveContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        foreach (var channel in channels)
        {
            context.Add(
                new Subscription
                {
                    Platform = platform.Value,
                    Workspace = "T1",
                    Channel = channel,
                    Series = "us-ai",
                    Locale = Locale.Japanese,
                    CreatedAt = DateTimeOffset.UtcNow,
                }
            );
        }

        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public static async Task PauseAsync(this HostServices host, string scope, string reason)
    {
        await using var context = await host
            .Services.GetRequiredService<IDbContextFactory<ArchiveContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        context.Add(
            new Pause
            {
                Scope = scope,
                Reason = reason,
                Since = DateTimeOffset.UtcNow,
            }
        );
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Scopes of the pauses there are.</summary>
    public static async Task<IReadOnlyList<string>> PausesAsync(this HostServices host)
    {
        await using var context = await host
            .Services.GetRequiredService<IDbContextFactory<ArchiveContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await context.Pauses.Select(pause => pause.Scope).OrderBy(scope => scope).ToListAsync(TestContext.Current.CancellationToken);
    }
}
