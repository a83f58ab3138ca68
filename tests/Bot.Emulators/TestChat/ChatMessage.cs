namespace Bot.Emulators.TestChat;

/// <summary>A message as people see it.</summary>
/// <param name="Channel">Workspace and channel.</param>
/// <param name="Thread">Id of the thread's root; its own id for a root.</param>
public sealed record ChatMessage(string Id, string Channel, string Thread, string Key, string Text, DateTimeOffset PostedAt)
{
    public bool IsRoot => Thread == Id;
}

/// <summary>Body of a post or an edit.</summary>
/// <param name="Key">The sender's key; stored with the message but not enforced: a repeat creates a second message.</param>
/// <param name="Thread">Null for a root.</param>
public sealed record PostBody(string Key, string? Thread, string Text);
