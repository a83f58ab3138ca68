using System.Linq.Expressions;
using Bot.Archive.Entities;
using Bot.Chat.Platforms;

namespace Bot.Delivery.Ledger;

/// <summary>Corrections that are parked until a person has confirmed them.</summary>
internal static class UnconfirmedPosts
{
    public static Expression<Func<Post, bool>> Waiting { get; } =
        post => post.State == PostState.Parked && post.Reason == Reasons.Unconfirmed;

    /// <summary>Those, and what will be sent by itself.</summary>
    public static Expression<Func<Post, bool>> WaitingOrPlanned { get; } =
        post => post.State == PostState.Planned || (post.State == PostState.Parked && post.Reason == Reasons.Unconfirmed);

    public static bool IsOne(Post post) => post is { State: PostState.Parked, Reason: Reasons.Unconfirmed };
}
