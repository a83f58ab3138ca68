using Bot.Answers.Funding;
using Bot.Answers.Items;
using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Briefings.Model;
using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Sections;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Answers.Timelines;

/// <summary>Words a company's timeline: a line an event, with its day and its sources.</summary>
/// <param name="places">Of briefings that name it in running text only: where, by briefing id.</param>
internal sealed class TimelineReplies(AnswerFrame frame, CitedSources sources, IReadOnlyDictionary<int, IReadOnlyList<string>> places)
{
    private readonly RoundLines _rounds = new(frame, sources);

    private AnswerTexts Texts => frame.Texts;

    /// <summary>The citations that an event's line names.</summary>
    public static IEnumerable<(int Briefing, IReadOnlyList<int> Numbers)> Cited(TimelineEvent one) =>
        one switch
        {
            TimelineEvent.Raised raised => Cited(raised.Deal),
            TimelineEvent.Invested invested => Cited(invested.Deal),
            TimelineEvent.Told told => [(told.Briefing.Id, ItemEntry.Of(told.Found.Item).Citations)],
            _ => [],
        };

    /// <param name="question">The arguments without the page.</param>
    public Reply Of(CompanyTimeline timeline, IReadOnlyList<TimelineEvent> shown, int skip, string question)
    {
        var total = timeline.Events.Count;
        var blocks = new List<Block>
        {
            AnswerFrame.First(
                Texts.Counted(AnswerText.CompanyOne, AnswerText.CompanyMany, total, Invisible.Drop(timeline.Name))
                    + frame.Part(skip, shown.Count, total)
            ),
        };
        blocks.AddRange(frame.SampleNote(shown.Select(one => one.Briefing)));
        blocks.Add(AnswerFrame.Lines(shown.SelectMany(Lines)));
        var buttons = new List<Button>();
        if (skip + shown.Count < total)
        {
            buttons.Add(
                frame.Button(
                    Texts[AnswerText.More],
                    CompanyHandler.Name,
                    Arguments.PageArgument.Text(question, skip + shown.Count),
                    frame.Date
                )
            );
        }

        var newest = shown[0].Briefing;
        buttons.Add(
            frame.Button(
                Texts.Of(AnswerText.FundingOfCompany, AskedText.Shown(timeline.Name)),
                FundingHandler.Name,
                timeline.Name,
                frame.Date
            )
        );
        buttons.Add(frame.DayButton(AnswerText.BriefingOfDay, "briefing", newest));
        return frame.About(newest, frame.Reply(blocks, buttons));
    }

    private IEnumerable<IReadOnlyList<Inline>> Lines(TimelineEvent one) =>
        one switch
        {
            TimelineEvent.Raised raised => _rounds
                .Disagreement(raised.Deal)
                .Prepend(Labelled(Texts[AnswerText.TimelineRaised], _rounds.Line(raised.Deal))),
            TimelineEvent.Invested invested => [Labelled(Texts[AnswerText.TimelineInvested], _rounds.Investment(invested.Deal))],
            TimelineEvent.Told told => [Told(told.Found)],
            _ => [Mentioned(one.Briefing)],
        };

    private IReadOnlyList<Inline> Labelled(string label, IReadOnlyList<Inline> line) =>
        [Nodes.Text(label + Texts[AnswerText.Colon]), .. line];

    private List<Inline> Told(FoundItem found)
    {
        var item = found.Item;
        var title = ItemTitle.Of(item.Headline);
        var line = new List<Inline>
        {
            Nodes.Text(SectionWords.NameOf(item.Section).In(Texts.Locale) + Texts[AnswerText.Colon]),
            Nodes.Bold(Nodes.Text(Invisible.Drop(FlatText.Collapse(title)))),
        };
        // A headline that names it says enough.
        if (found.Match.Start >= 0 && !CompanyName.StandsIn(title, item.Body.Substring(found.Match.Start, found.Match.Length)))
        {
            line.Add(Nodes.Text(" " + Invisible.Drop(FlatText.Collapse(Passage.Of(item.Body, found.Match.Start, found.Match.Length)))));
        }

        line.Add(Nodes.Text(Texts.Aside(frame.ShortDay(item.Briefing))));
        var named = sources.Named(item.Briefing.Id, ItemEntry.Of(item).Citations);
        if (named.Count > 0)
        {
            line.AddRange([Nodes.Text(" "), .. named]);
        }

        return line;
    }

    private List<Inline> Mentioned(ArchivedBriefing briefing)
    {
        var where = places.GetValueOrDefault(briefing.Id) ?? [];
        return
        [
            Nodes.Text(
                Texts[AnswerText.TimelineMentioned]
                    + (where.Count == 0 ? "" : Texts[AnswerText.Colon] + string.Join(Texts[AnswerText.And], where))
                    + Texts.Aside(frame.ShortDay(briefing))
            ),
        ];
    }

    private static IEnumerable<(int Briefing, IReadOnlyList<int> Numbers)> Cited(ArchivedDeal deal) =>
        deal.Contradictions.Prepend(deal.Latest).Select(round => (round.Briefing.Id, round.Round.Citations));
}
