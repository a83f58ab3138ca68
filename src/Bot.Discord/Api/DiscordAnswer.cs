using System.Text.Json;
using Bot.Chat.Calls;
using Bot.Chat.Platforms;

namespace Bot.Discord.Api;

/// <summary>How one call to Discord ended.</summary>
internal abstract record DiscordAnswer
{
    private DiscordAnswer() { }

    /// <param name="Json">The object or list; null when there is none (204) or it could not be read.</param>
    public sealed record Accepted(int Status, JsonElement? Json) : DiscordAnswer
    {
        /// <summary>The id of what was made or read; null without one.</summary>
        public string? Id => Json?.StringAt("id");
    }

    /// <param name="Code">Discord's own; 0 without one.</param>
    /// <param name="Detail">Discord's words, without secrets.</param>
    public sealed record Refused(int Status, int Code, string Detail) : DiscordAnswer
    {
        public DiscordError Error => DiscordErrors.Of(Status, Code);
    }

    /// <summary>Told to wait, now or earlier; certainly not accepted.</summary>
    public sealed record Limited(TimeSpan After, RetryScope Scope, string Detail) : DiscordAnswer;

    /// <summary>No byte left.</summary>
    public sealed record NotSent(string Detail) : DiscordAnswer;

    /// <summary>The request may have left, and nothing usable came back.</summary>
    public sealed record Lost(string Detail) : DiscordAnswer;
}
