using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Markdig.Syntax;

namespace Bot.Posts;

/// <summary>
/// The headline of a root (messages.md, rule 1). A title without words of its own, such as 今日の動向（1月6日） or one that an earlier
/// issue bore too, gives way to the first news headline, else to the lead's first sentence.
/// </summary>
/// <param name="Headline">Plain text, never empty.</param>
/// <param name="Name">Of the title that gave way, without date and emoji; null where the title is the headline.</param>
/// <param name="IsLead">The headline is the whole first sentence of the lead.</param>
internal sealed record RootTitle(string Headline, string? Name = null, bool IsLead = false)
{
    /// <summary>Slack's header takes 150 characters: a longer sentence stays in the lead.</summary>
    private const int LongestSentence = 150;

    public static RootTitle Of(Briefing briefing, ComposeContext context, ParagraphBlock? lead)
    {
        if (Posts.Headline.OwnWords(briefing.Title, context.Previous?.Briefing.Title) is { } own)
        {
            return new(own);
        }

        var title = Posts.Headline.Of(Invisible.Drop(briefing.Title ?? ""));
        var name =
            HeadingEmoji.Split(title.News ?? title.Name).Words is { Length: > 0 } words && words != context.SeriesName ? words : null;
        var kinds = briefing.Sections.Where(section => context.Includes(section.Kind)).Select(section => section.Order).ToHashSet();
        if (briefing.News.FirstOrDefault(item => kinds.Contains(item.SectionOrder) && item.Headline.Length > 0) is { } first)
        {
            return new(Invisible.Drop(first.Headline), name);
        }

        if (lead?.Inline is not null && FirstSentence(lead) is { Length: > 0 and <= LongestSentence } sentence)
        {
            return new(sentence, name, IsLead: true);
        }

        return new(name ?? (title.Name.Length > 0 ? title.Name : Texts.In(context.Locale).Format("Untitled", context.SeriesName)));
    }

    private static string FirstSentence(ParagraphBlock lead)
    {
        var text = FlatText.Of(lead.Inline!);
        return Sentences.Ends(text) is [var end, ..]
            ? FlatText.Collapse(text[..end].Replace("\uFFFC", "", StringComparison.Ordinal)).Trim()
            : "";
    }
}
