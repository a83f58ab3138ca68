using Bot.Chat.Commands;
using Bot.Discord.Setup.Registration;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Receiving;

/// <summary>
/// Offers values while an argument is being typed. Always in time: if nothing is found within <see cref="Limit"/>, the list is empty,
/// because the field takes any text. https://discord.com/developers/docs/interactions/application-commands#autocomplete
/// </summary>
internal sealed partial class Autocomplete(CommandCatalogue catalogue, TimeProvider time, ILogger<Autocomplete> logger)
{
    /// <summary>Half of Discord's own limit.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(1.5);

    /// <summary>
    /// https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-autocomplete
    /// </summary>
    private const int MostChoices = 25;

    /// <summary>
    /// https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure
    /// </summary>
    private const int LongestChoice = 100;

    public async ValueTask<byte[]> AnswerAsync(Interaction interaction, CancellationToken stopping)
    {
        if (Focused(interaction, catalogue.Find(interaction.Name)) is not ({ Suggestions: { } suggestions }, var typed))
        {
            return Callbacks.Choices([]);
        }

        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stopping);
        try
        {
            // Do not wait for a query that ignores its token either.
            var found = await suggestions
                .SuggestAsync(InteractionCalls.OfCommand(interaction, catalogue), typed, MostChoices, either.Token)
                .AsTask()
                .WaitAsync(either.Token);
            return Callbacks.Choices(
                found
                    .Where(one => one.Value.Length is > 0 and <= LongestChoice)
                    .Take(MostChoices)
                    .Select(one => one with { Label = CommandText.Fit(one.Label.Length > 0 ? one.Label : one.Value, LongestChoice) })
            );
        }
        catch (Exception failure)
        {
            Log.NothingOffered(logger, interaction.Name, failure.GetType().Name);
            return Callbacks.Choices([]);
        }
    }

    private static (CommandArgument Argument, string Typed)? Focused(Interaction interaction, Command? command)
    {
        var (options, arguments) = interaction.Options is [{ Type: InteractionOption.Subcommand } inner]
            ? (inner.Options, command?.Named.FirstOrDefault(one => one.Name == inner.Name)?.Arguments)
            : (interaction.Options, command?.Arguments);
        return
            options.FirstOrDefault(option => option.Focused) is { } focused
            && arguments?.FirstOrDefault(argument => argument.Name == focused.Name) is { } found
            ? (found, focused.Value)
            : null;
    }

    private static partial class Log
    {
        [LoggerMessage(4101, LogLevel.Warning, "No suggestions for /{Command}: {Reason}")]
        public static partial void NothingOffered(ILogger logger, string command, string reason);
    }
}
