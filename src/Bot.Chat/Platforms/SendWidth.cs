namespace Bot.Chat.Platforms;

/// <summary>Maximum number of concurrent threads, unless configured otherwise.</summary>
/// <param name="PerToken">For one token.</param>
/// <param name="PerWorkspace">For one workspace, so that a large or slow one leaves room for the others.</param>
public sealed record SendWidth(int PerToken, int PerWorkspace)
{
    public static SendWidth Default { get; } = new(64, 16);
}
