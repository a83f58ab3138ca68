using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Platforms;

namespace Bot.Discord.Receiving;

/// <summary>Converts an interaction to a call of the catalogue.</summary>
internal static class InteractionCalls
{
    /// <summary>A conversation outside any server. Not empty, because that would mean the operator, who may ask everything.</summary>
    public const string NoGuild = "dm";

    /// <summary>https://discord.com/developers/docs/topics/permissions#permissions-bitwise-permission-flags</summary>
    private const ulong Administrator = 1UL << 3;

    private const ulong ManageGuild = 1UL << 5;

    /// <summary>For a command: its arguments in the catalogue's order, whatever order Discord sends them in.</summary>
    public static CommandCall OfCommand(Interaction interaction, CommandCatalogue catalogue) =>
        Call(interaction, interaction.Name.ToLowerInvariant(), Text(interaction.Options, catalogue.Find(interaction.Name)));

    /// <summary>For a button; null if its code is not ours.</summary>
    public static (CommandCall Call, ButtonAction Action)? OfButton(Interaction interaction) =>
        ButtonCode.Decode(interaction.CustomId) is { } button
            ? (
                Call(interaction, button.Command, button.Arguments) with
                {
                    Series = button.Series.Length > 0 ? button.Series : null,
                    Date = button.Date,
                    UpTo = button.UpTo,
                },
                button.Action
            )
            : null;

    /// <summary>
    /// Japanese for Discord's <c>ja</c>, English for everybody else. https://discord.com/developers/docs/reference#locales
    /// </summary>
    public static Locale LocaleOf(Interaction interaction) => interaction.Locale == "ja" ? Locale.Japanese : Locale.English;

    private static CommandCall Call(Interaction interaction, string name, string text) =>
        new(name, text, LocaleOf(interaction))
        {
            Platform = PlatformId.Discord,
            Workspace = interaction.GuildId.Length > 0 ? interaction.GuildId : NoGuild,
            Channel = interaction.ChannelId,
            User = interaction.UserId,
            UserName = interaction.UserName,
            IsAdmin = interaction.GuildId.Length > 0 && (interaction.Permissions & (Administrator | ManageGuild)) != 0,
        };

    private static string Text(IReadOnlyList<InteractionOption> options, Command? command)
    {
        if (options is [{ Type: InteractionOption.Subcommand or InteractionOption.SubcommandGroup } inner])
        {
            var subcommand = command?.Named.FirstOrDefault(one => one.Name == inner.Name);
            return Join([
                inner.Name,
                .. inner.Options is [{ Type: InteractionOption.Subcommand }]
                    ? [Text(inner.Options, null)]
                    : Values(inner.Options, subcommand?.Arguments),
            ]);
        }

        return Join(Values(options, command?.Arguments));
    }

    private static IEnumerable<string> Values(IReadOnlyList<InteractionOption> options, IReadOnlyList<CommandArgument>? arguments) =>
        arguments is null
            ? options.Select(option => option.Value)
            : arguments.Select(argument => argument.InText(options.FirstOrDefault(option => option.Name == argument.Name)?.Value ?? ""));

    private static string Join(IEnumerable<string> values) =>
        string.Join(' ', values.Select(value => value.Trim()).Where(value => value.Length > 0));
}
