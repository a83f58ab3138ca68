namespace Bot.Discord.Receiving;

/// <summary>
/// The kind of an interaction.
/// https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-type
/// </summary>
public enum InteractionType
{
    Ping = 1,
    ApplicationCommand = 2,
    MessageComponent = 3,
    ApplicationCommandAutocomplete = 4,
    ModalSubmit = 5,
}

/// <summary>
/// The parts of an interaction that the bot uses, however it arrived. Missing texts are empty; types that Discord adds later keep their
/// number. https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object
/// </summary>
/// <param name="Id">Snowflake, digits only.</param>
/// <param name="Token">Lets anybody answer for 15 minutes: never logged.</param>
public sealed record Interaction(InteractionType Type, string Id, string Token)
{
    public string GuildId { get; init; } = "";

    public string ChannelId { get; init; } = "";

    public string UserId { get; init; } = "";

    /// <summary>The member's name in the server, or else everywhere.</summary>
    public string UserName { get; init; } = "";

    /// <summary>The member's permission bits in the channel.</summary>
    public ulong Permissions { get; init; }

    /// <summary>The invoker's locale: <c>ja</c>, <c>en-US</c>.</summary>
    public string Locale { get; init; } = "";

    /// <summary>Name of the command.</summary>
    public string Name { get; init; } = "";

    public IReadOnlyList<InteractionOption> Options { get; init; } = [];

    /// <summary>Custom id of the pressed component or the submitted modal.</summary>
    public string CustomId { get; init; } = "";

    /// <summary>Without the token.</summary>
    public override string ToString() => $"{Type} {Id}";
}

/// <param name="Value">As text, whatever its type; empty for a subcommand.</param>
/// <param name="Focused">Whether it is being typed.</param>
/// <param name="Options">Those of a subcommand or group.</param>
public sealed record InteractionOption(string Name, int Type, string Value, bool Focused, IReadOnlyList<InteractionOption> Options)
{
    /// <summary>
    /// https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-type
    /// </summary>
    public const int Subcommand = 1;

    public const int SubcommandGroup = 2;
}
