namespace Bot.Chat.Platforms;

/// <summary>How many threads may be under way at once, unless the configuration says otherwise.</summary>
/// <param name="PerToken">For one token.</param>
/// <param name="PerWorkspace">In one workspace, so that a large or slow one leaves places to the others.</param>
public sealed record SendWidth(int PerToken, int PerWorkspace)
{
    public static SendWidth Default { get; } = new(64, 16);
}
