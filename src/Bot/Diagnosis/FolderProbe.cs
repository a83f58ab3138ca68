namespace Bot.Diagnosis;

/// <summary>Finds out whether files can be put into a folder by putting one there for a moment.</summary>
public static class FolderProbe
{
    private const string Name = ".briefing-bot-probe";

    /// <summary>Null when it can be written, or could be created; else the system's reason.</summary>
    public static string? Trouble(string folder)
    {
        // What is not there yet will be created inside the nearest folder that is.
        var nearest = folder;
        while (!Path.Exists(nearest) && Path.GetDirectoryName(nearest) is { } parent)
        {
            nearest = parent;
        }

        try
        {
            using var probe = new FileStream(Path.Combine(nearest, Name), FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }
}
