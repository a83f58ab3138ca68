using System.CommandLine;
using Bot.Archive.Secrets;
using Bot.Configuration;

namespace Bot.Verbs;

/// <summary><c>secrets forget</c>: the way on for whoever has lost the master key.</summary>
internal static class SecretsVerbs
{
    public static Command Create(CommandLineContext commandLine)
    {
        var forget = new Command("forget", commandLine.Say(HostTexts.Both("Secrets.Forget")));
        forget.SetAction((_, cancellationToken) => ForgetAsync(commandLine, cancellationToken));
        return new Command("secrets", commandLine.Say(HostTexts.Both("Secrets.Verb"))) { forget };
    }

    private static async Task<int> ForgetAsync(CommandLineContext commandLine, CancellationToken cancellationToken)
    {
        if (Configured.OrComplain(commandLine) is not { } configured)
        {
            return ExitCode.Failed;
        }

        await using var archive = await OpenArchive.OpenAsync(commandLine, configured, dryRun: false, cancellationToken);
        var (keys, tokens) = await archive.Services.GetRequiredService<KeyWrapping>().ForgetLockedAsync(cancellationToken);
        var done = keys == 0 ? HostTexts.Both("Secrets.NothingForgotten") : HostTexts.Both("Secrets.Forgotten", keys, tokens);
        await commandLine.Output.WriteLineAsync(commandLine.Say(done));
        return ExitCode.Done;
    }
}
