namespace Bot.Faults.Tests.Processes;

/// <summary>The programs that the build put next to this project's sources.</summary>
internal static class Built
{
    /// <summary>The checkout that the tests were built from.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Where the variable points to a published build, which halves each start; otherwise as built.</summary>
    public static string Host { get; } =
        Environment.GetEnvironmentVariable("BOT_PUBLISHED_FAULT_HOST") is { Length: > 0 } published
            ? Path.Combine(published, "Bot.FaultHost.dll")
            : Assembly("Bot.FaultHost");

    public static string Hook { get; } = Assembly("Bot.FaultHook");

    // Like the tests: bin/CONFIGURATION/FRAMEWORK.
    private static string Assembly(string project)
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        var path = Path.Combine(Root, "tests", project, "bin", own.Parent!.Name, own.Name, project + ".dll");
        return File.Exists(path) ? path : throw new FileNotFoundException($"Build {project} first.", path);
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Bot.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Bot.sln is in no folder above the tests.");
    }
}
