namespace Bot.Archive.Entities;

/// <summary>The right to send with one bot token; rate limits are per token.</summary>
public sealed class Lease
{
    /// <summary>What is leased: <c>web</c>, <c>slack:T0123</c>, <c>discord:1234</c>. Never the token itself.</summary>
    public required string Token { get; set; }

    public required string Owner { get; set; }

    /// <summary>Incremented each time the lease is taken.</summary>
    public long Epoch { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }
}
