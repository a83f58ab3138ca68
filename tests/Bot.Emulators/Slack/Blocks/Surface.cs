namespace Bot.Emulators.Slack.Blocks;

/// <summary>Where blocks are shown.</summary>
public enum Surface
{
    Message,
    Modal,
    Home,
}
