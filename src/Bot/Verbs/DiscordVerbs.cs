using System.CommandLine;
using Bot.Configuration;
using Bot.Discord.Setup.Registration;

namespace Bot.Verbs;

/// <summary><c>discord register</c>: registers the commands with Discord, unless they already are.</summary>
internal static class DiscordVerbs
{
    public static Command Create(CommandLineContext commandLine)
    {
        var register = new Command("register", commandLine.Say(HostTexts.Both("DiscordVerbs.RegistersCommandsAtDiscord")));
        register.SetAction((_, cancellationToken) => RegisterAsync(commandLine, cancellationToken));
        return new Command("discord", commandLine.Say(HostTexts.Both("DiscordVerbs.SettingUpDiscord"))) { register };
    }

    private static async Task<int> RegisterAsync(CommandLineContext commandLine, CancellationToken cancellationToken)
    {
        if (Configured.OrComplain(commandLine) is not { } configured)
        {
            return ExitCode.Failed;
        }

        if (!configured.Options.Discord.IsOn)
        {
            commandLine.Complain(HostTexts.Both("DiscordVerbs.NoDiscordToken"));
            return ExitCode.Failed;
        }

        await using var services = Composition.Provider(commandLine, configured);
        var result = await services.GetRequiredService<CommandRegistrar>().RegisterAsync(cancellationToken);
        if (result.Beside() is { Length: > 0 } beside)
        {
            await commandLine.Error.WriteLineAsync(beside);
        }

        switch (result.Status)
        {
            case RegistrationStatus.Registered:
                await commandLine.Output.WriteLineAsync(
                    commandLine.Say(HostTexts.Both("DiscordVerbs.CommandsWereRegistered", result.Commands))
                );
                return ExitCode.Done;
            case RegistrationStatus.Unchanged:
                await commandLine.Output.WriteLineAsync(
                    commandLine.Say(HostTexts.Both("DiscordVerbs.CommandsAreRegisteredAlready", result.Commands))
                );
                return ExitCode.Done;
            default:
                commandLine.Complain(HostTexts.Both("DiscordVerbs.TheyCouldNotBeRegistered", result.Detail));
                return ExitCode.Failed;
        }
    }
}
