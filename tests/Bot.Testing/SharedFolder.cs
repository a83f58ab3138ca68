using Xunit;

namespace Bot.Testing;

/// <summary>The folder of examples outside the checkout, given by BOT_SHARED. Tests that read it are skipped without it.</summary>
public static class SharedFolder
{
    public const string Variable = "BOT_SHARED";

    /// <summary>Absolute path of a file or folder in it. Skips the test if the folder is missing.</summary>
    public static string Path(params string[] parts)
    {
        var root = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipUnless(Directory.Exists(root), $"{Variable} names no folder with the example briefings.");
        return System.IO.Path.Combine([root!, .. parts]);
    }

    /// <summary>The real briefing the bot is built for.</summary>
    public static string Briefing() => File.ReadAllText(Path("briefings", "2026-01-06.md"));
}
