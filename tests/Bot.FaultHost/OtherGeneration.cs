using System.Globalization;
using Bot.Archive.Setup;

namespace Bot.FaultHost;

/// <summary>A later version of the bot: its schema is of a generation beside which this build cannot work.</summary>
public static class OtherGeneration
{
    /// <summary>How many generations it is ahead.</summary>
    public const string Variable = "BOT_FAULT_GENERATION";

    public static SchemaGeneration? FromEnvironment() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } ahead
            ? new SchemaGeneration(SchemaGeneration.OfThisVersion.Number + int.Parse(ahead, CultureInfo.InvariantCulture))
            : null;
}
