namespace Bot.Chat.Commands;

/// <summary>A command that describes itself. The host collects the definitions of all parts in registration order.</summary>
public interface ICommandDefinition
{
    Command Define();
}
