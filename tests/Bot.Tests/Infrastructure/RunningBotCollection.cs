namespace Bot.Tests.Infrastructure;

/// <summary>
/// Tests that start the service run one after another: Hangfire keeps its logging in a static, and the one that stops would end the
/// others'.
/// </summary>
[CollectionDefinition(Name)]
public sealed class RunningBotCollection
{
    public const string Name = "running bot";
}
