namespace Bot.Emulators.Discord.Rest;

/// <summary>One route of the API.</summary>
/// <param name="Template">Without the version: <c>/channels/{channel}/messages</c>.</param>
/// <param name="Operation">Name in the log and the fault script.</param>
/// <param name="Handle">Answers inside the world's gate, or throws <see cref="RefusalException"/>.</param>
public sealed record ApiRoute(string Method, string Template, string Operation, Func<ApiCall, HonestReply> Handle)
{
    /// <summary>Rate limit bucket; routes may share one.</summary>
    public string Bucket { get; init; } = Operation;

    /// <summary>Names a hidden limit that applies only to some of the route's calls.</summary>
    public Func<ApiCall, string?> Sub { get; init; } = _ => null;

    /// <summary>Needs no token, and is exempt from the global limit: interaction callbacks and webhooks.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Name of the body's schema in the official description for a call; null for none.</summary>
    public Func<ApiCall, string?> Schema { get; init; } = _ => null;
}
