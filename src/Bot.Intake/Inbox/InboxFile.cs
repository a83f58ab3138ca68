namespace Bot.Intake.Inbox;

/// <summary>A file in the inbox as it was seen.</summary>
/// <param name="Series">Name of its subfolder; null in the inbox itself.</param>
/// <param name="Length">In bytes.</param>
public sealed record InboxFile(string Path, string? Series, long Length, DateTime ModifiedUtc)
{
    /// <summary>Folders for finished files, inside the inbox and inside each series' folder.</summary>
    public const string Done = "done";

    public const string Failed = "failed";

    /// <summary>Its name for messages and logs.</summary>
    public string Name => InboxListing.NameOf(Path);
}
