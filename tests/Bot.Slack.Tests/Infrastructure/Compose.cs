using System.Runtime.CompilerServices;
using Bot.Briefings;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Trees;
using Bot.Posts;
using Markdig.Syntax;

namespace Bot.Slack.Tests.Infrastructure;

/// <summary>Reads and composes for tests.</summary>
internal static class Compose
{
    private static readonly BriefingReader Reader = new();

    public static string Fixture(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", name));

    public static BriefingReading Read(string markdown) => Reader.Read(markdown);

    public static ComposeContext Context(Locale locale = Locale.Japanese) => new("us-ai", "US AI", locale, new DateOnly(2026, 1, 11));

    public static ComposedThread Thread(string markdown, ComposeContext? context = null) =>
        PostComposer.Compose(Read(markdown), context ?? Context());

    /// <summary>The section made from a Markdown body under a heading of its kind.</summary>
    public static Message Section(string body, string heading = "## 戦略的な示唆") =>
        Thread($"# 題 2026年1月11日：見出し\n\n{heading}\n\n{body}\n").Sections[0].Message;

    public static Message Message(params Block[] blocks) => new(new MarkdownDocument()) { Body = Document(blocks) };

    public static PreviousBriefing Previous(string markdown)
    {
        var briefing = Read(markdown).Briefing;
        return new PreviousBriefing(briefing.Date!.Value, briefing);
    }

    public static IEnumerable<(string Name, Message Message)> Messages(ComposedThread thread) =>
        thread.Sections.Select(section => (section.Identity, section.Message)).Prepend(("root", thread.Root));

    public static ParagraphBlock Paragraph(string text) => Nodes.Paragraph(text);

    /// <summary>Compares with a golden file; with BOT_UPDATE_GOLDENS=1 rewrites it, to be read before it is committed.</summary>
    public static void MatchesGolden(string actual, string name, [CallerFilePath] string caller = "")
    {
        if (Environment.GetEnvironmentVariable("BOT_UPDATE_GOLDENS") == "1")
        {
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(caller)!, "..", "Goldens", name), actual);
            return;
        }

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Goldens", name)), actual);
    }

    private static MarkdownDocument Document(IEnumerable<Block> blocks)
    {
        var document = new MarkdownDocument();
        foreach (var block in blocks)
        {
            document.Add(block);
        }

        return document;
    }
}
