namespace Bot.Emulators.Discord.Rules;

/// <summary>What was seen of a message's components so far.</summary>
internal sealed class ComponentTally
{
    public int Count { get; set; }

    public HashSet<string> CustomIds { get; } = [];

    public HashSet<int> Ids { get; } = [];
}
