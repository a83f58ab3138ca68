namespace Bot.Delivery.Sending;

/// <summary>This process among those that send from one database.</summary>
/// <param name="Owner">Names it for people and tells it from all others, also from a former one of the same id.</param>
public sealed record SenderProcess(string Owner)
{
    /// <summary>Prefix of the leases by which processes know of each other.</summary>
    public const string Prefix = "process:";

    /// <summary>Its own such lease.</summary>
    public string Place => Prefix + Owner;

    public static SenderProcess Current(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return new($"{Environment.MachineName}:{Environment.ProcessId}:{random.Next(0x1000000):x6}");
    }
}
