using Bot.Answers.Funding;
using Bot.Answers.Items;
using Bot.Answers.New;
using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Answers.Catchup;

/// <summary>Words a catch-up: a card a story, as many as the minutes allow; what is left out is counted.</summary>
internal sealed class CatchupReplies(AnswerFrame frame, CatchupPeriod period, CitedSources sources)
{
    /// <summary>So many short ones at most, whatever the minutes allow.</summary>
    public const int MostStories = 30;

    private readonly RoundLines _rounds = new(frame, sources);

    private AnswerTexts Texts => frame.Texts;

    /// <param name="stories">All of them.</param>
    /// <param name="skip">Stories already shown.</param>
    /// <param name="next">The arguments that ask for the stories after so many.</param>
    public Reply Of(IReadOnlyList<CatchupStory> stories, int skip, int minutes, Func<int, string> next)
    {
        var (cards, read) = Within(stories.Skip(skip).Take(MostStories), minutes * ReadingBudget.CharactersPerMinute);
        var left = stories.Count - skip - cards.Count;
        var blocks = new List<Block>
        {
            AnswerFrame.First(
                Texts.Counted(AnswerText.CatchupOne, AnswerText.CatchupMany, stories.Count, frame.Dates.Span(period.Days))
                    + frame.Part(skip, cards.Count, stories.Count)
            ),
            Nodes.Small(string.Join(Texts.Shared.Separator, Facts(read, left))),
        };
        blocks.AddRange(frame.SampleNote(stories.Skip(skip).Take(cards.Count).Select(story => story.Briefing)));
        blocks.AddRange(cards);
        var newest = stories.MaxBy(story => story.Briefing.Date)!.Briefing;
        return frame.UpTo(
            period.Days.To,
            frame.Reply(
                blocks,
                [
                    .. left > 0
                        ? new[]
                        {
                            frame.Button(Texts[AnswerText.More], CatchupHandler.Name, next(skip + cards.Count), period.Days.To) with
                            {
                                UpTo = true,
                            },
                        }
                        : [],
                    frame.DayButton(AnswerText.NewOfDay, NewHandler.Name, newest),
                    frame.DayButton(AnswerText.BriefingOfDay, "briefing", newest),
                ]
            )
        );
    }

    /// <summary>The first stories that can be read in the time, at least one, and how many characters they have.</summary>
    private (IReadOnlyList<Block> Cards, int Characters) Within(IEnumerable<CatchupStory> stories, int budget)
    {
        var (cards, read) = (new List<Block>(), 0);
        foreach (var story in stories)
        {
            var card = Card(story);
            var length = FlatText.Plain(card).EnumerateRunes().Count();
            if (cards.Count > 0 && read + length > budget)
            {
                break;
            }

            cards.Add(card);
            read += length;
        }

        return (cards, read);
    }

    private IEnumerable<string> Facts(int read, int left)
    {
        if (period.Reason != CatchupReason.Asked)
        {
            yield return Texts[
                period.Reason == CatchupReason.SinceLastAnswer ? AnswerText.CatchupSinceLast : AnswerText.CatchupNothingSince
            ];
        }

        if (period.IsCut)
        {
            yield return Texts.Of(AnswerText.CatchupCut, CatchupPeriod.MostDays);
        }

        yield return Texts.Of(AnswerText.CatchupRead, Math.Max(1, Minutes(read)));
        if (left > 0)
        {
            yield return Texts.Of(AnswerText.CatchupLeft, left);
        }
    }

    /// <summary>Whole minutes, the begun one included.</summary>
    private static int Minutes(int characters) => (characters + ReadingBudget.CharactersPerMinute - 1) / ReadingBudget.CharactersPerMinute;

    private RoleBlock Card(CatchupStory story) =>
        Nodes.Role(
            BlockRole.Card,
            AnswerFrame.Lines(
                story switch
                {
                    CatchupStory.OfDeal deal => _rounds.Disagreement(deal.Deal).Prepend(_rounds.CompanyLine(deal.Deal)),
                    CatchupStory.OfItem item => Lines(item),
                    _ => [],
                }
            )
        );

    /// <summary>Headline; the first sentence; day, number of days, sources.</summary>
    private IEnumerable<IReadOnlyList<Inline>> Lines(CatchupStory.OfItem story)
    {
        var item = story.Item;
        yield return [Nodes.Bold(Nodes.Text(Line(item.Headline)))];
        if (Passage.Of(item.Body, 0, 0) is { Length: > 0 } sentence && item.Body != item.Text)
        {
            yield return [Nodes.Text(Line(sentence))];
        }

        var facts = new List<string> { frame.ShortDay(item.Briefing) };
        if (story.Days > 1)
        {
            facts.Add(Texts.Of(AnswerText.CatchupDays, story.Days));
        }

        if (item.Briefing.IsSample)
        {
            facts.Add(Texts.Shared["Sample"]);
        }

        var named = sources.Named(item.Briefing.Id, ItemEntry.Of(item).Citations);
        var told = string.Join(Texts.Shared.Separator, facts);
        yield return named.Count == 0 ? [Nodes.Text(told)] : [Nodes.Text(told + Texts.Shared.Separator), .. named];
    }

    private static string Line(string text) => Invisible.Drop(FlatText.Collapse(text));
}
