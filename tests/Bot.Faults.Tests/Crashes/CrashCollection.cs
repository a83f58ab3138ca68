namespace Bot.Faults.Tests.Crashes;

/// <summary>Tests that start the bot's process run one after another, so that each has the machine's cores to itself.</summary>
[CollectionDefinition(Name)]
public sealed class CrashCollection
{
    public const string Name = "processes";
}
