using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Markdig.Syntax;

namespace Bot.Posts.Corrections;

/// <summary>The short reply at the end of a thread that names the posts that a revision corrected, because an edit alone makes nothing unread.</summary>
public static class CorrectionNotice
{
    /// <summary>Null: none of them has a name any more.</summary>
    /// <param name="identities">Of the sections whose posts change; <see cref="SectionIdentity.Root"/> for the root.</param>
    public static Message? Compose(Briefing briefing, IReadOnlyCollection<string> identities, Locale locale)
    {
        var texts = Texts.In(locale);
        var named = SectionIdentity.Of(briefing.Sections).Zip(briefing.Sections)
            .Where(pair => identities.Contains(pair.First))
            .Select(pair => Invisible.Drop(Emoji.Split(pair.Second.Heading).Words))
            .ToList();
        if (named.Count == 0 && identities.Contains(SectionIdentity.Root))
        {
            named.Add(texts["CorrectionOfLead"]);
        }

        return named.Count == 0
            ? null
            : new Message(new MarkdownDocument { Nodes.Paragraph(texts.Format("CorrectionNotice", string.Join(texts.Separator, named))) }) { Locale = locale };
    }
}
