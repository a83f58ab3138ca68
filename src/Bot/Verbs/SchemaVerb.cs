using System.CommandLine;
using Bot.Configuration;

namespace Bot.Verbs;

/// <summary><c>schema</c>: prints the JSON schema of <c>appsettings.json</c>, for editors.</summary>
internal static class SchemaVerb
{
    public static Command Create(CommandLineContext commandLine)
    {
        var verb = new Command("schema", commandLine.Say(HostTexts.Both("Schema.Summary")));
        verb.SetAction(
            async (_, cancellationToken) =>
            {
                await commandLine.Output.WriteLineAsync(ConfigurationSchema.Json.AsMemory(), cancellationToken);
                return ExitCode.Done;
            }
        );
        return verb;
    }
}
