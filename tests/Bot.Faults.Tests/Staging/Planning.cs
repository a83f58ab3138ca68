using Bot.Archive.Entities;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Chat.Schedules;
using Bot.Delivery.Planning;
using Microsoft.EntityFrameworkCore;

namespace Bot.Faults.Tests.Staging;

/// <summary>Rows as the planner writes them, without a briefing to read.</summary>
public sealed partial class Stage
{
    public const string Series = "us-ai";

    private static readonly DateOnly Day = new(2026, 1, 6);

    /// <summary>One delivery with a root and replies, due now.</summary>
    /// <param name="dueAt">Null: now. What is due in minutes or hours waits for the end of its subscription's quiet hours.</param>
    public async Task<StoredDelivery> PlanAsync(
        string channel = "general",
        int replies = 3,
        string workspace = "T1",
        DateOnly? date = null,
        string? options = null,
        DateTimeOffset? dueAt = null
    )
    {
        await using var context = Context();
        (workspace, channel) = Chat.Place(workspace, channel);
        var now = Clock.GetUtcNow();
        var day = date ?? Day;
        var briefing =
            await context.Briefings.SingleOrDefaultAsync(row => row.Series == Series && row.Date == day, Cancellation)
            ?? context
                .Add(
                    new StoredBriefing
                    {
                        Series = Series,
                        Date = day,
                        Revision = 1,
                        Title = "Test",
                        ReceivedAt = now,
                        RevisedAt = now,
                    }
                )
                .Entity;
        var subscription =
            await context.Subscriptions.SingleOrDefaultAsync(row => row.Workspace == workspace && row.Channel == channel, Cancellation)
            ?? context
                .Add(
                    new Subscription
                    {
                        Platform = Chat.Id.Value,
                        Workspace = workspace,
                        Channel = channel,
                        Series = Series,
                        Locale = Locale.Japanese,
                        Options = options,
                        CreatedAt = now,
                    }
                )
                .Entity;
        var due = dueAt ?? now;
        if (due > now.AddMinutes(1))
        {
            due = due.AddTicks(-(due.Ticks % TimeSpan.TicksPerMinute));
            var quiet = new QuietHours(TimeOnly.FromDateTime(now.UtcDateTime.AddMinutes(-2)), TimeOnly.FromDateTime(due.UtcDateTime));
            subscription.Schedule = ScheduleJson.Text(new Schedule { Zone = "UTC", Quiet = quiet });
        }

        await context.SaveChangesAsync(Cancellation);
        var delivery = new StoredDelivery
        {
            SubscriptionId = subscription.Id,
            Token = Chat.TokenOf(workspace),
            Platform = Chat.Id.Value,
            Workspace = workspace,
            Channel = channel,
            Series = Series,
            Date = day,
            BriefingId = briefing.Id,
            Revision = 1,
            DueAt = due,
            NextAt = due,
            ExpiresAt = due + Options.UsefulWindow,
            CreatedAt = now,
        };
        for (var ordinal = 0; ordinal <= replies; ordinal++)
        {
            delivery.Posts.Add(await RowAsync(context, subscription.Id, ordinal, day, due));
        }

        context.Add(delivery);
        await context.SaveChangesAsync(Cancellation);
        return delivery;
    }

    private async Task<Post> RowAsync(Archive.ArchiveContext context, long subscription, int ordinal, DateOnly day, DateTimeOffset due)
    {
        var section = ordinal == 0 ? "root" : $"section-{ordinal}";
        var payload = PostPlan.Freeze(Chat.Id, Chat.PayloadOf(FormattableString.Invariant($"{section} of {day:yyyy-MM-dd}")));
        if (await context.Payloads.FindAsync([payload.Hash], Cancellation) is null)
        {
            context.Add(payload);
        }

        return new Post
        {
            Key = PostKey.Of(subscription, Series, day, section, 1).Value,
            Ordinal = ordinal,
            Section = section,
            Part = 1,
            Revision = 1,
            PayloadHash = payload.Hash,
            NextAt = due,
            ExpiresAt = due + Options.UsefulWindow,
        };
    }
}
