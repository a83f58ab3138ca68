using System.CommandLine;
using Bot.Configuration;
using Bot.Discord.Setup.Registration;

namespace Bot.Verbs;

/// <summary><c>discord register</c>: registers the commands at Discord, if they are not registered so already.</summary>
internal static class DiscordVerbs
{
    public static Command Create(Surroundings surroundings)
    {
        var register = new Command("register", surroundings.Say(new(
            "コマンドを Discord に登録します。変わっていなければ何もしません",
            "Registers the commands at Discord; does nothing when none has changed")));
        register.SetAction((_, cancellationToken) => RegisterAsync(surroundings, cancellationToken));
        return new Command("discord", surroundings.Say(new("Discord の準備", "Setting up Discord"))) { register };
    }

    private static async Task<int> RegisterAsync(Surroundings surroundings, CancellationToken cancellationToken)
    {
        if (Configured.OrComplain(surroundings) is not { } configured)
        {
            return ExitCode.Failed;
        }

        if (!configured.Options.Discord.IsOn)
        {
            surroundings.Complain(new("Discord:Token がありません", "There is no Discord:Token"));
            return ExitCode.Failed;
        }

        await using var services = Composition.Provider(surroundings, configured);
        var result = await services.GetRequiredService<CommandRegistrar>().RegisterAsync(cancellationToken);
        if (result.Beside() is { Length: > 0 } beside)
        {
            await surroundings.Error.WriteLineAsync(beside);
        }

        switch (result.Status)
        {
            case RegistrationStatus.Registered:
                await surroundings.Output.WriteLineAsync(surroundings.Say(new($"{result.Commands} 個のコマンドを登録しました", $"{result.Commands} commands were registered")));
                return ExitCode.Done;
            case RegistrationStatus.Unchanged:
                await surroundings.Output.WriteLineAsync(surroundings.Say(new($"{result.Commands} 個のコマンドは登録済みです", $"{result.Commands} commands are registered already")));
                return ExitCode.Done;
            default:
                surroundings.Complain(new($"登録できませんでした: {result.Detail}", $"They could not be registered: {result.Detail}"));
                return ExitCode.Failed;
        }
    }
}
