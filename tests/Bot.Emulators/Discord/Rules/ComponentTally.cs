namespace Bot.Emulators.Discord.Rules;

/// <summary>Running totals of a message's components.</summary>
internal sealed class ComponentTally
{
    public int Count { get; set; }

    public HashSet<string> CustomIds { get; } = [];

    public HashSet<int> Ids { get; } = [];
}
