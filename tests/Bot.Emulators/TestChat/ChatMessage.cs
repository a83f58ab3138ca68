namespace Bot.Emulators.TestChat;

/// <summary>A message as people would see it.</summary>
/// <param name="Channel">Workspace and channel.</param>
/// <param name="Thread">Id of the thread's root; a root's is its own id.</param>
public sealed record ChatMessage(string Id, string Channel, string Thread, string Key, string Text, DateTimeOffset PostedAt)
{
    public bool IsRoot => Thread == Id;
}

/// <summary>Body of a post or an edit.</summary>
/// <param name="Key">The sender's key; kept with the message, promises nothing: a repeat is a second message.</param>
/// <param name="Thread">Null for a root.</param>
public sealed record PostBody(string Key, string? Thread, string Text);
