using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Sections;
using Bot.Chat.Trees;
using Bot.Posts;
using Markdig.Syntax;

namespace Bot.Answers.Briefings;

/// <summary>Turns a briefing's posts into answers.</summary>
public static class BriefingReplies
{
    /// <param name="thread">Shared by answers, so they take copies of its trees.</param>
    /// <param name="sections">Empty: the briefing as its root says it.</param>
    /// <param name="beside">The day's other editions, which the briefing as a whole leads to.</param>
    public static Reply Of(
        AnswerFrame frame,
        ArchivedBriefing briefing,
        ComposedThread thread,
        IReadOnlyList<SectionKind> sections,
        IReadOnlyList<ArchivedBriefing> beside
    )
    {
        if (sections.Count == 0)
        {
            return Whole(frame, briefing, thread, beside);
        }

        var asked = thread.Sections.Where(section => sections.Contains(section.Kind)).ToList();
        return asked.Count == 0 ? None(frame, briefing, thread, sections) : Some(frame, briefing, asked);
    }

    public static Reply Unreadable(AnswerFrame frame, string words, ArchivedBriefing newest)
    {
        var example =
            $"{BriefingHandler.Name} {frame.Dates.Short(newest.Date)} {SectionWords.NameOf(SectionKind.Outlook).In(frame.Texts.Locale)}";
        return frame.Reply(
            [
                AnswerFrame.First(frame.Texts.Of(AnswerText.BriefingUnreadable, AskedText.Shown(words))),
                frame.Times(),
                frame.Example(example),
            ],
            frame.DayButton(AnswerText.BriefingOfDay, BriefingHandler.Name, newest)
        );
    }

    private static Reply Whole(AnswerFrame frame, ArchivedBriefing briefing, ComposedThread thread, IReadOnlyList<ArchivedBriefing> beside)
    {
        var root = thread.Root.Copied();
        if (SourcesLine.For(root.Body, frame.Texts.Locale) is { } sources)
        {
            root.Body.Add(sources);
        }

        // An answer is no root: it opens no thread.
        return frame.OfDay(
            briefing,
            frame.Reply(
                root with
                {
                    ThreadName = null,
                },
                beside.Select(other => frame.DayButton(AnswerText.BriefingOfDay, BriefingHandler.Name, other)).Concat(thread.Root.Buttons)
            )
        );
    }

    private static Reply Some(AnswerFrame frame, ArchivedBriefing briefing, IReadOnlyList<ComposedSection> asked)
    {
        var body = new MarkdownDocument();
        foreach (var block in asked.SelectMany(section => section.Message.Body).Select(Copy.Of))
        {
            body.Add(block);
        }

        // The heading is the answer; the day goes in the small line below it.
        body.Insert(Math.Min(1, body.Count), frame.From(briefing));
        var message = new Message(body) { Locale = frame.Texts.Locale, Section = asked is [var only] ? only.Kind : null };
        return frame.OfDay(
            briefing,
            frame.Reply(
                message,
                frame.DayButton(AnswerText.BriefingOfDay, BriefingHandler.Name, briefing),
                frame.DayButton(AnswerText.SourcesOfDay, "sources", briefing)
            )
        );
    }

    private static Reply None(AnswerFrame frame, ArchivedBriefing briefing, ComposedThread thread, IReadOnlyList<SectionKind> sections) =>
        frame.OfDay(
            briefing,
            frame.Reply(
                [
                    AnswerFrame.First(
                        frame.Texts.Of(
                            AnswerText.BriefingSectionNone,
                            frame.Day(briefing),
                            SectionWords.Listed(sections, frame.Texts.Locale)
                        )
                    ),
                ],
                thread
                    .Sections.Select(section => section.Kind)
                    .Distinct()
                    .Select(kind =>
                        frame.Button(
                            SectionWords.NameOf(kind).In(frame.Texts.Locale),
                            BriefingHandler.Name,
                            $"{SectionWords.ValueOf(kind)} {EditionNames.Argument(briefing.Date, briefing.Edition)}".TrimEnd(),
                            briefing.Date
                        )
                    )
            )
        );
}
