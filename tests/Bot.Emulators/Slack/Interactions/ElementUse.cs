namespace Bot.Emulators.Slack.Interactions;

/// <summary>Somebody uses an element.</summary>
/// <param name="MessageTs">Of a message, or of a <see cref="World.ShownReply"/>.</param>
/// <param name="ActionId">Of the element.</param>
public sealed record ElementUse(string MessageTs, string ActionId)
{
    /// <summary>What is chosen from a select or typed into it; null: the button's own value.</summary>
    public string? Value { get; init; }

    /// <summary>Where several blocks have the same action; null: the first.</summary>
    public string? BlockId { get; init; }

    public string Workspace { get; init; } = SlackServer.FirstWorkspace;

    public string Channel { get; init; } = SlackServer.FirstChannel;

    public string User { get; init; } = "U0000000001";
}
