using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Discord.Receiving;

namespace Bot.Discord.Setup.Registration;

/// <summary>
/// The catalogue as registered with Discord: English with Japanese localizations, for servers only, admins' commands hidden from others.
/// Names in Japanese are the first of the words by which a command can be typed in Japanese.
/// https://discord.com/developers/docs/interactions/application-commands#application-command-object
/// </summary>
internal static class CommandBody
{
    public const int MostChoices = 25;
    public const int LongestDescription = 100;
    public const int LongestChoiceName = 100;

    private const int ChatInput = 1;
    private const int StringOption = 3;

    /// <summary>https://discord.com/developers/docs/topics/permissions#permissions-bitwise-permission-flags</summary>
    private const ulong ManageGuild = 1UL << 5;

    public static JsonArray Of(CommandCatalogue catalogue) => [.. catalogue.All.Select(JsonNode? (command) => Of(command))];

    private static JsonObject Of(Command command)
    {
        // Discord's clients do not find the subcommands of a command with a localized name
        // (https://github.com/discord/discord-api-docs/issues/5105).
        var body = Described(ChatInput, command.Name, command.Named.Any() ? null : Label(command.Words), command.Summary);
        // In Discord, a command with subcommands cannot be called by itself.
        body["options"] = command.Named.Any()
            ? new JsonArray([.. command.Named.Select(JsonNode? (one) => Of(one))])
            : Options(command.Arguments);
        body["default_member_permissions"] = command.IsForAdmins ? ManageGuild.ToString(CultureInfo.InvariantCulture) : null;
        body["contexts"] = new JsonArray(0);
        body["integration_types"] = new JsonArray(0);
        return body;
    }

    private static JsonObject Of(Subcommand subcommand)
    {
        var body = Described(InteractionOption.Subcommand, subcommand.Name, Label(subcommand.Words), subcommand.Summary);
        body["options"] = Options(subcommand.Arguments);
        return body;
    }

    /// <summary>Required ones first, as Discord demands; a call's text is put back in order when it arrives.</summary>
    private static JsonArray Options(IReadOnlyList<CommandArgument> arguments) =>
        [.. arguments.OrderByDescending(argument => argument.Required).Select(JsonNode? (argument) => Option(argument))];

    private static JsonObject Option(CommandArgument argument)
    {
        var body = Described(StringOption, argument.Name, argument.Label?.Japanese, argument.Summary);
        body["required"] = argument.Required;
        // A closed list is offered whole; suggestions while typing allow any text.
        if (argument.Choices.Count is > 0 and <= MostChoices)
        {
            body["choices"] = new JsonArray([.. argument.Choices.Select(JsonNode? (choice) => Choice(choice))]);
        }
        else if (argument.Suggestions is not null)
        {
            body["autocomplete"] = true;
        }

        return body;
    }

    private static JsonObject Choice(CommandChoice choice) =>
        new()
        {
            ["name"] = CommandText.Fit(choice.Label.English, LongestChoiceName),
            ["name_localizations"] = new JsonObject { ["ja"] = CommandText.Fit(choice.Label.Japanese, LongestChoiceName) },
            ["value"] = choice.Value,
        };

    /// <summary>The first word in Japanese script that Discord takes as a name; null if there is none.</summary>
    private static string? Label(IEnumerable<string> words) =>
        words.FirstOrDefault(word => word.Any(letter => letter is >= '\u3041' and <= '\u9FFF') && CommandText.IsName(word));

    private static JsonObject Described(int type, string name, string? japanese, LocalizedText summary)
    {
        var body = new JsonObject { ["type"] = type, ["name"] = name };
        if (japanese is not null)
        {
            body["name_localizations"] = new JsonObject { ["ja"] = japanese };
        }

        body["description"] = CommandText.Fit(summary.English, LongestDescription);
        body["description_localizations"] = new JsonObject { ["ja"] = CommandText.Fit(summary.Japanese, LongestDescription) };
        return body;
    }
}
