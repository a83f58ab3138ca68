using System.Runtime.CompilerServices;
using Bot.Briefings;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Markdig.Syntax;

namespace Bot.Posts.Tests;

/// <summary>Reads and composes briefings for tests.</summary>
internal static class Compose
{
    private static readonly BriefingReader Reader = new();

    public static string Fixture(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", name));

    public static BriefingReading Read(string markdown) => Reader.Read(markdown);

    public static ComposeContext Context(Locale locale = Locale.Japanese) => new("us-ai", "US AI", locale, new DateOnly(2026, 3, 5));

    public static ComposedThread Thread(string markdown, Locale locale = Locale.Japanese) =>
        PostComposer.Compose(Read(markdown), Context(locale));

    public static ComposedThread Thread(string markdown, ComposeContext context) => PostComposer.Compose(Read(markdown), context);

    public static string Root(string markdown, Locale locale = Locale.Japanese) => TextRenderer.Render(Thread(markdown, locale).Root);

    /// <summary>The text of the first section of a kind.</summary>
    public static string Section(string markdown, SectionKind kind, Locale locale = Locale.Japanese) =>
        TextRenderer.Render(Message(markdown, kind, locale));

    public static Message Message(string markdown, SectionKind kind, Locale locale = Locale.Japanese) =>
        Thread(markdown, locale).Sections.First(section => section.Kind == kind).Message;

    public static PreviousBriefing Previous(string markdown)
    {
        var briefing = Read(markdown).Briefing;
        return new PreviousBriefing(briefing.Date!.Value, briefing);
    }

    public static string Text(ComposedThread thread) =>
        TextRenderer.Render(thread.Root)
        + string.Concat(thread.Sections.Select(section => $"\n=== {section.Identity} ===\n\n{TextRenderer.Render(section.Message)}"));

    public static IEnumerable<RoleBlock> Roles(Message message, BlockRole role) =>
        message.Body.Descendants<RoleBlock>().Where(block => block.Role == role);

    /// <summary>Compares with a golden file; with BOT_UPDATE_GOLDENS=1 rewrites it, to be reviewed before committing.</summary>
    public static void MatchesGolden(string actual, string name, [CallerFilePath] string caller = "")
    {
        if (Environment.GetEnvironmentVariable("BOT_UPDATE_GOLDENS") == "1")
        {
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(caller)!, "Goldens", name), actual);
            return;
        }

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Goldens", name)), actual);
    }
}
