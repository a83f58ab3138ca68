using Bot.Answers.Arguments;
using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Trees;
using Bot.Posts;
using Bot.Posts.Funding;
using Markdig.Syntax;

namespace Bot.Answers.Funding;

/// <summary>Words the archive's answers to questions about funding.</summary>
/// <param name="asked">Days that the answer is limited to; null for all.</param>
/// <param name="mentionedAlso">For a single report: the other places in its briefing that name the company.</param>
public sealed class FundingReplies(
    AnswerFrame frame,
    FundingArguments arguments,
    DateSpan? asked,
    CitedSources sources,
    IReadOnlyList<string> mentionedAlso
)
{
    /// <summary>More rounds than this become a list of lines.</summary>
    private const int MaxCards = 6;

    private const int MaxConditionWords = 3;

    private readonly RoundLines _rounds = new(frame, sources);

    private AnswerTexts Texts => frame.Texts;

    public Reply Of(FundingAnswer answer) =>
        answer switch
        {
            FundingAnswer.NoBriefing none => OtherBriefings.NoBriefing(
                frame,
                none.Days,
                none.Newest,
                none.Held,
                FundingHandler.Name,
                AnswerText.FundingOfDay
            ),
            FundingAnswer.OfBriefing some => OfBriefing(some.Briefing, some.Rounds),
            FundingAnswer.NoRounds none => NoRounds(none),
            FundingAnswer.OfCompany company => Pinned(
                company.Newest,
                new CompanyReplies(frame, arguments, Day, _rounds, mentionedAlso).Of(company)
            ),
            FundingAnswer.Matching matching => Pinned(matching.Deals.Newest, Filtered.Of(matching)),
            FundingAnswer.Largest largest => Pinned(largest.Deals.Newest, Filtered.Of(largest)),
            FundingAnswer.Totals totals => Pinned(totals.Deals.Newest, Filtered.Of(totals)),
            FundingAnswer.NotFound nothing => NotFound(nothing),
            _ => throw new ArgumentOutOfRangeException(nameof(answer)),
        };

    /// <summary>The single day that the answer is limited to; a span stands in the question's text.</summary>
    private DateOnly? Day => asked is { IsDay: true } day ? day.From : null;

    private FilteredReplies Filtered => new(frame, arguments, asked, _rounds);

    private Reply Pinned(DateOnly? newest, Reply reply) => asked is null && newest is { } day ? frame.UpTo(day, reply) : reply;

    private Reply OfBriefing(ArchivedBriefing briefing, IReadOnlyList<ArchivedRound> rounds)
    {
        // A list of lines is in the order of the post's.
        var all = rounds.Count <= MaxCards ? rounds : RoundTable.LargestFirst(rounds, round => round.Round);
        var day = frame.Day(briefing);
        var skip = arguments.Skip < all.Count ? arguments.Skip : 0;
        var shown = all.Count <= MaxCards ? all : [.. all.Skip(skip).Take(FundingLookup.PageSize)];
        var blocks = new List<Block>
        {
            AnswerFrame.First(
                Texts.Of(AnswerText.FundingOfDayCount, day, RoundCount.Of([.. all.Select(round => round.Round)], Texts.Locale))
                    + frame.Part(skip, shown.Count, all.Count)
            ),
        };
        blocks.AddRange(frame.SampleNote(all.Select(round => round.Briefing)));
        blocks.AddRange(FundingTotal.Line([.. all.Select(round => round.Round)], Texts.Locale) is { } total ? [Nodes.Small(total)] : []);
        blocks.AddRange(all.Count <= MaxCards ? all.Select(_rounds.CompanyCard) : [AnswerFrame.Lines(shown.Select(_rounds.CitedLine))]);
        blocks.AddRange(SourcesLine.For(blocks, Texts.Locale) is { } sourcesLine ? [sourcesLine] : []);

        var buttons = new List<Button>();
        if (skip + shown.Count < all.Count)
        {
            buttons.Add(
                frame.Button(
                    Texts[AnswerText.More],
                    FundingHandler.Name,
                    $"{(arguments with { Skip = skip }).Next(shown.Count)} {EditionNames.Argument(briefing.Date, briefing.Edition)}".Trim(),
                    briefing.Date
                )
            );
        }

        buttons.Add(frame.DayButton(AnswerText.OutlookOfDay, "outlook", briefing));
        buttons.Add(frame.DayButton(AnswerText.SourcesOfDay, "sources", briefing));
        return frame.OfDay(briefing, frame.Reply(blocks, buttons));
    }

    private Reply NoRounds(FundingAnswer.NoRounds none)
    {
        var blocks = new List<Block> { AnswerFrame.First(Texts.Of(AnswerText.FundingNoneOfDay, frame.Day(none.Briefing))) };
        return none.Earlier is { } earlier
            ? frame.Reply(blocks, frame.DayButton(AnswerText.FundingOfDay, FundingHandler.Name, earlier))
            : frame.Reply(blocks, frame.DayButton(AnswerText.SourcesOfDay, "sources", none.Briefing));
    }

    private Reply NotFound(FundingAnswer.NotFound nothing) =>
        new ArgumentWords(arguments.Company).First(MaxConditionWords, Condition.Is) is { } condition
            ? NoCompany(condition)
            : NotNamed(nothing);

    private Reply NoCompany(string condition) =>
        frame.Reply(
            [
                AnswerFrame.First(Texts.Of(AnswerText.FundingCondition, AskedText.Shown(condition))),
                Nodes.Small(Texts[AnswerText.ConditionsUnderstood]),
                frame.Times(),
                frame.Example(FundingHandler.Name),
            ],
            arguments.Company.Replace(condition, "", StringComparison.Ordinal).Trim() is { Length: > 0 } others
                ? [frame.Button($"/{FundingHandler.Name} {AskedText.Shown(others)}", FundingHandler.Name, others, Day)]
                : [frame.Button($"/{FundingHandler.Name}", FundingHandler.Name, "", Day)]
        );

    private Reply NotNamed(FundingAnswer.NotFound nothing)
    {
        var words = AskedText.Shown(arguments.Company);
        var blocks = new List<Block>
        {
            AnswerFrame.First(
                nothing.Days is { } days
                    ? Texts.Of(AnswerText.FundingNotFoundOfDay, frame.Dates.Span(days), words)
                    : Texts.Of(AnswerText.FundingNotFound, words)
            ),
        };
        blocks.AddRange(OtherBriefings.Held(frame, nothing.Held));
        if (nothing.Nearest.Count > 0)
        {
            blocks.Add(
                Nodes.Paragraph(Texts[AnswerText.Nearest] + string.Join(Texts.Shared.Separator, nothing.Nearest.Select(near => near.Name)))
            );
        }

        if (nothing.Example is { } example)
        {
            blocks.Add(frame.Example($"{FundingHandler.Name} {AskedText.Clean(example)}"));
        }

        return frame.Reply(
            blocks,
            nothing.Nearest.Select(near => frame.Button(AskedText.Shown(near.Name), FundingHandler.Name, near.Name, date: null))
        );
    }
}
