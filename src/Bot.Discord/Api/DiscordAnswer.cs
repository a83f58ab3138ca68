using System.Text.Json;
using Bot.Chat.Calls;
using Bot.Chat.Platforms;

namespace Bot.Discord.Api;

/// <summary>The result of one call to Discord.</summary>
internal abstract record DiscordAnswer
{
    private DiscordAnswer() { }

    /// <param name="Json">The object or list; null if there is none (204) or it could not be read.</param>
    public sealed record Accepted(int Status, JsonElement? Json) : DiscordAnswer
    {
        /// <summary>The id of what was created or read; null if there is none.</summary>
        public string? Id => Json?.StringAt("id");
    }

    /// <param name="Code">Discord's own code; 0 if there is none.</param>
    /// <param name="Detail">Discord's words, without secrets.</param>
    public sealed record Refused(int Status, int Code, string Detail) : DiscordAnswer
    {
        public DiscordError Error => DiscordErrors.Of(Status, Code);
    }

    /// <summary>Told to wait, now or earlier; certainly not accepted.</summary>
    public sealed record Limited(TimeSpan After, RetryScope Scope, string Detail) : DiscordAnswer;

    /// <summary>No byte of the request left.</summary>
    public sealed record NotSent(string Detail) : DiscordAnswer;

    /// <summary>The request may have left, but nothing usable came back.</summary>
    public sealed record Lost(string Detail) : DiscordAnswer;
}
