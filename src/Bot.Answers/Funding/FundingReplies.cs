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
using Markdig.Syntax.Inlines;

namespace Bot.Answers.Funding;

/// <summary>Words the archive's answers to questions about funding.</summary>
/// <param name="mentionedAlso">For a single round: the other places in its briefing that name the company.</param>
public sealed class FundingReplies(
    AnswerFrame frame,
    FundingArguments arguments,
    DateOnly? pinned,
    CitedSources sources,
    IReadOnlyList<string> mentionedAlso
)
{
    /// <summary>More rounds than this become a list of lines.</summary>
    private const int MaxCards = 6;

    private const int MaxInSentence = 3;

    private const int MaxConditionWords = 3;

    private readonly RoundLines _rounds = new(frame, sources);

    private AnswerTexts Texts => frame.Texts;

    public Reply Of(FundingAnswer answer) =>
        answer switch
        {
            FundingAnswer.NoBriefing none => OtherBriefings.NoBriefing(
                frame,
                none.Date,
                none.Newest,
                none.Held,
                FundingHandler.Name,
                AnswerText.FundingOfDay
            ),
            FundingAnswer.OfBriefing some => OfBriefing(some.Briefing, some.Rounds),
            FundingAnswer.NoRounds none => NoRounds(none),
            FundingAnswer.OfCompany company => Pinned(company, company.Rounds.Total > 0 ? OfCompany(company) : OfInvestor(company)),
            FundingAnswer.NotFound nothing => NotFound(nothing),
            FundingAnswer.NothingArchived nothing => OtherBriefings.EmptyArchive(frame, nothing.Held),
            _ => throw new ArgumentOutOfRangeException(nameof(answer)),
        };

    private Reply Pinned(FundingAnswer.OfCompany company, Reply reply) => pinned is null ? frame.UpTo(company.Newest, reply) : reply;

    private Reply OfBriefing(ArchivedBriefing briefing, IReadOnlyList<ArchivedRound> all)
    {
        var day = frame.Day(briefing);
        var skip = arguments.Skip < all.Count ? arguments.Skip : 0;
        var shown = all.Count <= MaxCards ? all : [.. all.Skip(skip).Take(FundingLookup.PageSize)];
        var blocks = new List<Block>
        {
            AnswerFrame.First(
                Texts.Counted(AnswerText.FundingOfDayOne, AnswerText.FundingOfDayMany, all.Count, day) + Part(skip, shown.Count, all.Count)
            ),
        };
        blocks.AddRange(SampleNote(all));
        if (all.Count <= MaxCards)
        {
            blocks.AddRange(
                FundingTotal.Line([.. all.Select(round => round.Round)], Texts.Locale) is { } total ? [Nodes.Small(total)] : []
            );
            blocks.AddRange(all.Select(_rounds.CompanyCard));
            blocks.AddRange(SourcesLine.For(blocks, Texts.Locale) is { } sourcesLine ? [sourcesLine] : []);
        }
        else
        {
            blocks.Add(Lines(shown.Select(_rounds.CompanyLine)));
        }

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

    private Reply OfCompany(FundingAnswer.OfCompany company)
    {
        var total = company.Rounds.Total;
        var shown = company.Rounds.Items;
        var skip = arguments.Skip < total ? arguments.Skip : 0;
        var blocks = new List<Block>
        {
            AnswerFrame.First(
                Texts.Counted(AnswerText.FundingOne, AnswerText.FundingMany, total, company.Name) + Part(skip, shown.Count, total)
            ),
        };
        blocks.AddRange(SampleNote(shown));
        if (total == 1)
        {
            blocks.Add(_rounds.Card(shown[0], mentionedAlso));
            blocks.AddRange(SourcesLine.For(blocks, Texts.Locale) is { } sourcesLine ? [sourcesLine] : []);
        }
        else
        {
            blocks.Add(Lines(LinesOf(company)));
        }

        if (company.Investments.Total > 0 && skip == 0)
        {
            blocks.Add(InvestmentSentence(company.Investments));
        }

        var buttons = new List<Button>();
        if (skip + shown.Count < total)
        {
            buttons.Add(
                frame.Button(Texts[AnswerText.More], FundingHandler.Name, (arguments with { Skip = skip }).Next(shown.Count), pinned)
            );
        }

        buttons.Add(frame.DayButton(AnswerText.FundingOfDay, FundingHandler.Name, shown[0].Briefing));
        buttons.Add(frame.DayButton(AnswerText.SourcesOfDay, "sources", shown[0].Briefing));
        return frame.About(shown[0].Briefing, frame.Reply(blocks, buttons));
    }

    /// <summary>Contradicting days are grouped with a warning below; one on the next page appears only in the warning.</summary>
    private IEnumerable<IReadOnlyList<Inline>> LinesOf(FundingAnswer.OfCompany company)
    {
        var onPage = company.Rounds.Items.ToHashSet();
        foreach (var group in RoundGroup.Of([.. company.Rounds.Items, .. company.Following]))
        {
            foreach (var round in group.Rounds.Where(onPage.Contains))
            {
                yield return _rounds.Line(round);
            }

            if (group.Disagrees && group.Rounds.Any(onPage.Contains))
            {
                yield return _rounds.Disagreement(group);
            }
        }
    }

    private Reply OfInvestor(FundingAnswer.OfCompany company)
    {
        var blocks = new List<Block> { AnswerFrame.First(Texts.Of(AnswerText.FundingNoneOwn, company.Name)) };
        var (shown, total) = (company.Investments.Items, company.Investments.Total);
        var skip = arguments.Skip < total ? arguments.Skip : 0;
        var buttons = new List<Button>();
        blocks.AddRange(SampleNote(shown));
        if (total <= MaxInSentence)
        {
            blocks.Add(InvestmentSentence(company.Investments));
        }
        else
        {
            blocks.Add(Nodes.Paragraph(Texts.Of(AnswerText.InvestorManyList, total) + Part(skip, shown.Count, total)));
            blocks.Add(Lines(shown.Select(_rounds.Investment)));
            if (skip + shown.Count < total)
            {
                buttons.Add(
                    frame.Button(Texts[AnswerText.More], FundingHandler.Name, (arguments with { Skip = skip }).Next(shown.Count), pinned)
                );
            }
        }

        buttons.AddRange(
            shown
                .DistinctBy(round => round.Round.Company, StringComparer.Ordinal)
                .Take(MaxInSentence)
                .Select(round =>
                    frame.Button(
                        Texts.Of(AnswerText.FundingOfCompany, AskedText.Shown(round.Round.Company)),
                        FundingHandler.Name,
                        round.Round.Company,
                        pinned
                    )
                )
        );
        return frame.Reply(blocks, buttons);
    }

    private ParagraphBlock InvestmentSentence(Page<ArchivedRound> investments)
    {
        var line = new List<Inline> { Nodes.Text(Texts.Counted(AnswerText.InvestorOne, AnswerText.InvestorMany, investments.Total)) };
        foreach (var round in investments.Items.Take(MaxInSentence))
        {
            if (line.Count > 1)
            {
                line.Add(Nodes.Text(Texts[AnswerText.And]));
            }

            line.AddRange(_rounds.Investment(round));
        }

        if (investments.Total > MaxInSentence)
        {
            line.Add(Nodes.Text(Texts[AnswerText.And] + Texts.Of(AnswerText.InvestorRest, investments.Total - MaxInSentence)));
        }

        return Nodes.Paragraph(line);
    }

    private Reply NotFound(FundingAnswer.NotFound nothing) =>
        new ArgumentWords(arguments.Company).First(MaxConditionWords, Condition.Is) is { } condition
            ? NoCompany(condition)
            : NotNamed(nothing);

    private Reply NoCompany(string condition) =>
        frame.Reply(
            [AnswerFrame.First(Texts.Of(AnswerText.FundingCondition, AskedText.Shown(condition))), frame.Example(FundingHandler.Name)],
            arguments.Company.Replace(condition, "", StringComparison.Ordinal).Trim() is { Length: > 0 } others
                ? [frame.Button($"/{FundingHandler.Name} {AskedText.Shown(others)}", FundingHandler.Name, others, pinned)]
                : [frame.Button($"/{FundingHandler.Name}", FundingHandler.Name, "", pinned)]
        );

    private Reply NotNamed(FundingAnswer.NotFound nothing)
    {
        var asked = AskedText.Shown(arguments.Company);
        var blocks = new List<Block>
        {
            AnswerFrame.First(
                nothing.Date is { } date
                    ? Texts.Of(AnswerText.FundingNotFoundOfDay, frame.Dates.Day(date), asked)
                    : Texts.Of(AnswerText.FundingNotFound, asked)
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

    /// <summary>Shown once if everything is from a sample; a list of mixed origin marks its lines instead.</summary>
    private IEnumerable<Block> SampleNote(IReadOnlyList<ArchivedRound> shown) =>
        shown.All(round => round.Briefing.IsSample) ? [Nodes.Small(Texts[AnswerText.Sample])] : [];

    /// <summary>One paragraph with the given lines.</summary>
    private static ParagraphBlock Lines(IEnumerable<IReadOnlyList<Inline>> lines) =>
        Nodes.Paragraph(lines.SelectMany(IEnumerable<Inline> (line, at) => at == 0 ? line : [Nodes.Break(), .. line]));

    private string Part(int skip, int shown, int total) =>
        shown == total ? "" : Texts.Aside(Texts.Of(AnswerText.FundingPart, skip + 1, skip + shown));
}
