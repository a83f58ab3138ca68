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
        BriefingReading? before,
        BriefingReading after,
        IReadOnlyCollection<string> identities,
        IReadOnlyCollection<SectionKind> kinds,
        Locale locale,
        IReadOnlyDictionary<string, Uri>? links = null
    )
    {
        var texts = Texts.In(locale);
        var names = SectionIdentity
            .Of(after.Briefing.Sections)
            .Zip(after.Briefing.Sections)
            .Select(pair => (Section: pair.First, Line: Invisible.Drop(HeadingEmoji.Split(pair.Second.Heading).Words)))
            .ToList();
        List<(string Section, string Line)> told = before is null
            ? [.. names.Where(name => identities.Contains(name.Section))]
            : [.. CorrectionLines.Between(before, after, kinds, locale).Where(line => identities.Contains(line.Section))];
        if (told.Count == 0 && identities.Contains(PostKey.Root))
        {
            told.Add((PostKey.Root, texts["CorrectionOfLead"]));
        }

        var lines = told.ConvertAll(line =>
            Linked(line.Line, names.Find(name => name.Section == line.Section).Line, links?.GetValueOrDefault(line.Section))
        );
        if (lines.Count == 0)
        {
            return null;
        }

        var document = new MarkdownDocument { Body(lines, before is null, texts) };
        if (before is not null && CorrectionHistory.ReasonOf(before, after) is { } reason)
        {
            document.Add(Nodes.Small(Invisible.Drop(reason)));
        }

        return new Message(document) { Locale = locale };
    }

    /// <summary>Names stand side by side, what is said of each on a line of its own.</summary>
    private static ParagraphBlock Body(List<IReadOnlyList<Inline>> lines, bool areNames, Texts texts)
    {
        var lead = texts.Format("CorrectionNotice", "");
        return areNames || lines.Count == 1
            ? Nodes.Paragraph([
                Nodes.Text(lead),
                .. lines.SelectMany((line, at) => at == 0 ? line : [Nodes.Text(texts.Separator), .. line]),
            ])
            : Nodes.Paragraph([Nodes.Text(lead.TrimEnd()), .. lines.SelectMany(line => new Inline[] { Nodes.Break() }.Concat(line))]);
    }

    /// <summary>The name with which a line begins leads to the post.</summary>
    private static IReadOnlyList<Inline> Linked(string line, string? name, Uri? link) =>
        link is not null && name is { Length: > 0 } && line.StartsWith(name, StringComparison.Ordinal)
            ? line.Length == name.Length
                ? [Nodes.Link(link.AbsoluteUri, name)]
                : [Nodes.Link(link.AbsoluteUri, name), Nodes.Text(line[name.Length..])]
            : [Nodes.Text(line)];
}
