using Bot.Briefings;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Platforms;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Posts.Corrections;

/// <summary>
/// The short reply at the end of a thread that says what a revision corrected, in the same words as the posts. Needed
/// because an edit alone does not mark anything unread.
/// </summary>
public static class CorrectionNotice
{
    /// <summary>Null if none of the sections has a name any more.</summary>
    /// <param name="before">The previous revision; null to only name the posts. Not modified.</param>
    /// <param name="identities">Identities of the sections whose posts change; <see cref="PostKey.Root"/> for the root.</param>
    /// <param name="kinds">The subscribed kinds; empty for all.</param>
    public static Message? Compose(
        BriefingReading? before, BriefingReading after, IReadOnlyCollection<string> identities, IReadOnlyCollection<SectionKind> kinds, Locale locale)
    {
        var texts = Texts.In(locale);
        List<string> lines = before is null
            ? [
                .. SectionIdentity.Of(after.Briefing.Sections).Zip(after.Briefing.Sections)
                    .Where(pair => identities.Contains(pair.First))
                    .Select(pair => Invisible.Drop(Emoji.Split(pair.Second.Heading).Words)),
            ]
            : [.. CorrectionLines.Between(before, after, kinds, locale).Where(told => identities.Contains(told.Section)).Select(told => told.Line)];
        if (lines.Count == 0 && identities.Contains(PostKey.Root))
        {
            lines.Add(texts["CorrectionOfLead"]);
        }

        return lines.Count == 0 ? null : new Message(new MarkdownDocument { Body(lines, before is null, texts) }) { Locale = locale };
    }

    /// <summary>Names share one line; descriptions get a line each.</summary>
    private static ParagraphBlock Body(List<string> lines, bool areNames, Texts texts)
    {
        if (areNames || lines.Count == 1)
        {
            return Nodes.Paragraph(texts.Format("CorrectionNotice", string.Join(texts.Separator, lines)));
        }

        return Nodes.Paragraph([
            Nodes.Text(texts.Format("CorrectionNotice", "").TrimEnd()),
            .. lines.SelectMany(line => new Inline[] { Nodes.Break(), Nodes.Text(line) }),
        ]);
    }
}
