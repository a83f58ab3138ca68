namespace Bot.Acceptance.Tests.Processes;

/// <summary>Tests that share one published bot run one after another: two cores, many processes.</summary>
[CollectionDefinition(Name)]
public sealed class PublishedBotCollection : ICollectionFixture<PublishedBot>
{
    public const string Name = "published bot";
}
