namespace Bot.Intake.Inbox;

/// <summary>A file in the inbox as it was seen.</summary>
/// <param name="Series">Name of the subfolder it lies in; null in the inbox itself.</param>
/// <param name="Length">In bytes.</param>
public sealed record InboxFile(string Path, string? Series, long Length, DateTime ModifiedUtc)
{
    /// <summary>Folders inside the inbox, and inside each series' folder, that finished files move to.</summary>
    public const string Done = "done";

    public const string Failed = "failed";

    /// <summary>Its name as messages and logs may show it.</summary>
    public string Name => InboxListing.NameOf(Path);
}
