namespace Bot.Discord.Receiving.Gateway;

/// <summary>
/// Which of the servers a connection is for: server s belongs to shard (s >> 22) % <paramref name="Count"/>. One shard suffices below
/// 2,500 servers. https://discord.com/developers/docs/events/gateway#sharding
/// </summary>
internal readonly record struct ShardId(int Number, int Count)
{
    public static ShardId Only => new(0, 1);
}
