using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Platforms;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Bot.Posts.Corrections;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Posts;

/// <summary>Composes the root of a thread: one screen with the day's news and the thread's contents.</summary>
internal sealed class RootComposer(ComposeContext context, Briefing briefing)
{
    private readonly Texts _texts = Texts.In(context.Locale);

    private DateOnly? Date => context.Date ?? briefing.Date;

    /// <param name="preface">Clean blocks that belong to no section: the lead and anything around it.</param>
    /// <param name="sections">Clean blocks of each section, parallel to the briefing's; read only.</param>
    public Message Compose(IReadOnlyList<Block> preface, IReadOnlyList<IReadOnlyList<Block>> sections)
    {
        var read = briefing.Sections.Zip(sections).Where(pair => pair.First.Kind != SectionKind.References).ToList();
        var time = read.Aggregate(
            ReadingTime.Of(preface),
            (sum, pair) => sum + ReadingTime.Of(pair.First.Heading) + ReadingTime.Of(pair.Second)
        );
        var lead = preface.OfType<ParagraphBlock>().FirstOrDefault();
        var rest = preface.Where(block => block != lead).ToList();
        var title = RootTitle.Of(briefing, context, lead);
        if (title.IsLead)
        {
            // It is the headline, and is said once.
            lead = Deck.CutFirst(lead!);
        }

        if (lead is not null && Deck.CutRest(lead) is { } remainder)
        {
            rest.Insert(0, remainder);
        }

        var body = new MarkdownDocument
        {
            Nodes.Role(BlockRole.Headline, Nodes.Heading(2, Nodes.Text(title.Headline))),
            Nodes.Role(BlockRole.Small, SmallLines(title, time)),
        };
        if (CorrectionBlock.For(PostKey.Root, context) is { } corrected)
        {
            body.Insert(1, corrected);
        }

        if (lead is not null)
        {
            body.Add(Nodes.Role(BlockRole.Deck, lead));
        }

        var contents = Contents(sections).ToList();
        if (contents.Count > 0)
        {
            body.Add(Nodes.Role(BlockRole.Contents, contents));
        }

        if (rest.Count > 0)
        {
            body.Add(Nodes.Role(BlockRole.Small, rest));
        }

        return new Message(body)
        {
            Locale = context.Locale,
            Buttons = [.. Buttons()],
            ThreadName = ThreadName(title),
        };
    }

    private string ThreadName(RootTitle title) =>
        Date is { } date ? WithEdition(Dates.InName(date, context.Today, context.Locale)) + " " + title.Headline : title.Headline;

    private string WithEdition(string day) => $"{day} {EditionNames.Of(context.Edition, context.Locale)}".TrimEnd();

    private IEnumerable<Block> SmallLines(RootTitle title, ReadingTime time)
    {
        var facts = new List<string>();
        if (Date is { } date)
        {
            facts.Add(WithEdition(Dates.Day(date, context.Today, context.Locale, context.DateForm)));
        }

        facts.Add(context.SeriesName);
        if (title.Name is { } name)
        {
            facts.Add(name);
        }

        if (context.IsSample)
        {
            facts.Add(_texts["Sample"]);
        }

        if (time.Minutes > 0)
        {
            facts.Add(_texts.Format("ReadingTime", time.Minutes));
        }

        yield return Nodes.Paragraph(string.Join(_texts.Separator, facts));
        if (FirstAppearances.Line(context) is { } appeared)
        {
            yield return Nodes.Paragraph(appeared);
        }
    }

    private IEnumerable<Block> Contents(IReadOnlyList<IReadOnlyList<Block>> sections)
    {
        var detail = new ContentsDetail(briefing, _texts);
        foreach (var (section, blocks) in briefing.Sections.Zip(sections).Where(pair => context.Includes(pair.First.Kind)))
        {
            var line = Nodes.Role(BlockRole.ContentsLine, Nodes.Paragraph(Line(section)));
            if (detail.Of(section, blocks) is { } inside)
            {
                line.Add(Nodes.Paragraph(Invisible.Drop(inside)));
            }

            yield return line;
        }
    }

    private IEnumerable<Inline> Line(Section section)
    {
        var (emoji, words) = HeadingEmoji.Split(Invisible.Drop(section.Heading));
        if (emoji.Length > 0)
        {
            yield return Nodes.Text(emoji + " ");
        }

        yield return Nodes.Bold(Nodes.Text(words));
        if (SectionCount.Of(section, briefing, context.Locale) is { Length: > 0 } count)
        {
            yield return Nodes.Text(_texts.NameSeparator + count);
        }
    }

    /// <summary>
    /// Pinned to this briefing, so an old post keeps answering from its own day. Without a date there is nothing to pin
    /// to.
    /// </summary>
    private IEnumerable<Button> Buttons()
    {
        if (Date is not { } date)
        {
            yield break;
        }

        var edition = EditionNames.Argument(date, context.Edition);

        if (briefing.Funding.Count > 0)
        {
            yield return new Button(_texts["ButtonFunding"], "funding", edition, context.Series, date);
        }

        if (briefing.Outlook.Count > 0)
        {
            yield return new Button(_texts["ButtonOutlook"], "outlook", edition, context.Series, date);
        }

        if (briefing.References.Count > 0)
        {
            yield return new Button(_texts["ButtonSources"], "sources", edition, context.Series, date);
        }
    }
}
