using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Discord.Receiving;

namespace Bot.Discord.Setup.Registration;

/// <summary>
/// The catalogue as registered with Discord: English with Japanese localizations, for servers only, admins' commands hidden from others.
/// Command names are the same in every language, as posts and help write them; argument names are the catalogue's.
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
        var body = Described(ChatInput, command.Name, null, command.Summary);
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
        var body = Described(InteractionOption.Subcommand, subcommand.Name, null, subcommand.Summary);
        body["options"] = Options(subcommand.Arguments);
        return body;
    }

    /// <summary>Required ones first, as Discord demands; a call's text is put back in order when it arrives.</summary>
    private static JsonArray Options(IReadOnlyList<CommandArgument> arguments) =>
        [.. arguments.OrderByDescending(argument => argument.Required).Select(JsonNode? (argument) => Option(argument))];

    private static JsonObject Option(CommandArgument argument)
    {
        var body = Described(StringOption, argument.Name, argument.Label, argument.Summary);
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

    private static JsonObject Described(int type, string name, LocalizedText? label, LocalizedText summary)
    {
        var body = new JsonObject { ["type"] = type, ["name"] = name };
        if (label is not null)
        {
            body["name_localizations"] = new JsonObject { ["ja"] = label.Japanese };
        }

        body["description"] = CommandText.Fit(summary.English, LongestDescription);
        body["description_localizations"] = new JsonObject { ["ja"] = CommandText.Fit(summary.Japanese, LongestDescription) };
        return body;
    }
}
