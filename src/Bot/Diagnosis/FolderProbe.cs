namespace Bot.Diagnosis;

/// <summary>Finds out whether a folder is writable by briefly creating a file in it.</summary>
public static class FolderProbe
{
    private const string Name = ".briefing-bot-probe";

    /// <summary>Null if it is writable or can be created; otherwise the system's reason.</summary>
    public static string? Trouble(string folder)
    {
        // A missing folder will be created inside its nearest existing parent.
        var nearest = folder;
        while (!Path.Exists(nearest) && Path.GetDirectoryName(nearest) is { } parent)
        {
            nearest = parent;
        }

        try
        {
            using var probe = new FileStream(
                Path.Combine(nearest, Name),
                FileMode.Create,
                FileAccess.Write,
                FileShare.None,
                1,
                FileOptions.DeleteOnClose
            );
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }
}
