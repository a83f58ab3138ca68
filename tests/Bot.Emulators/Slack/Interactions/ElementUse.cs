namespace Bot.Emulators.Slack.Interactions;

/// <summary>Someone uses an element.</summary>
/// <param name="MessageTs">Ts of a message or of a <see cref="World.ShownReply"/>.</param>
/// <param name="ActionId">Action id of the element.</param>
public sealed record ElementUse(string MessageTs, string ActionId)
{
    /// <summary>The value chosen from a select or typed into it; null for the button's own value.</summary>
    public string? Value { get; init; }

    /// <summary>Needed if several blocks have the same action; null for the first.</summary>
    public string? BlockId { get; init; }

    public string Workspace { get; init; } = SlackServer.FirstWorkspace;

    public string Channel { get; init; } = SlackServer.FirstChannel;

    public string User { get; init; } = "U0000000001";
}
