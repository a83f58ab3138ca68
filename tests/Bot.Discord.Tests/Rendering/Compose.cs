using Bot.Briefings;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Trees;
using Bot.Discord.Rendering;
using Bot.Posts;
using Markdig.Syntax;

namespace Bot.Discord.Tests.Rendering;

/// <summary>Reads, composes and renders for tests.</summary>
internal static class Compose
{
    private static readonly BriefingReader Reader = new();

    public static string Fixture(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", name));

    public static ComposedThread Thread(string markdown, Locale locale = Locale.Japanese) =>
        PostComposer.Compose(Reader.Read(markdown), new ComposeContext("us-ai", "US AI", locale, new DateOnly(2026, 3, 5)));

    /// <summary>All messages of a briefing's thread, the root first.</summary>
    public static IEnumerable<Message> Messages(string markdown, Locale locale = Locale.Japanese)
    {
        var thread = Thread(markdown, locale);
        return [thread.Root, .. thread.Sections.Select(section => section.Message)];
    }

    /// <summary>An author's blocks as the composer returns them: a section of unknown kind.</summary>
    public static Message Section(string markdown)
    {
        // A single heading that names nothing would not be a section, so there are two.
        var sections = Thread($"# 朝刊 2026年3月4日：見出し\n\n## 桟橋\n\n前の節です。\n\n## 港\n\n{markdown}\n").Sections;
        return sections[Math.Min(1, sections.Count - 1)].Message;
    }

    /// <summary>The texts of a rendered section, without its heading.</summary>
    public static string Text(string markdown)
    {
        var texts = DiscordRenderer.Render(Section(markdown)).SelectMany(TextsOf);
        var whole = string.Join("\n―\n", texts);
        return whole[(whole.IndexOf('\n', StringComparison.Ordinal) + 1)..].TrimStart('\n', '―');
    }

    public static IReadOnlyList<string> TextsOf(DiscordMessage message) => DiscordPayload.TryParse(message.ToPayload())!.Texts;

    /// <summary>One of the bot's own messages, one paragraph per text.</summary>
    public static Message Said(params string[] paragraphs)
    {
        var body = new MarkdownDocument();
        foreach (var paragraph in paragraphs)
        {
            body.Add(Nodes.Paragraph(paragraph));
        }

        return new Message(body);
    }
}
