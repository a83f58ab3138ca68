namespace Bot.Tests.Infrastructure;

/// <summary>
/// Tests beside which no other bot may live in the process: instruments of one name are one stream to the exporter, and
/// the stream ends with the first bot that is disposed of.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneHostCollection
{
    public const string Name = "one host";
}
