using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Briefings.Model;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Bot.Posts;
using Bot.Posts.Funding;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Answers.Funding;

/// <summary>Renders one round in an answer: as a card, as a line of a list, or within a sentence.</summary>
public sealed class RoundLines(AnswerFrame frame, CitedSources sources)
{
    private const int MaxInvestors = 3;

    private AnswerTexts Texts => frame.Texts;

    /// <summary>Everything the briefing says about the round, except its company; missing facts are shown as missing.</summary>
    /// <param name="mentionedAlso">Other places in the briefing that name the company.</param>
    public RoleBlock Card(ArchivedRound round, IReadOnlyList<string> mentionedAlso)
    {
        var card = FundingCard.InReply(round.Round, Cells(round, forReply: true), Texts.Locale, round.Briefing.Date, frame.Dates.Form);
        CitationResolver.Resolve([card], sources.Of(round.Briefing.Id));
        if (mentionedAlso.Count > 0)
        {
            card.Add(
                Nodes.Paragraph(Texts.Shared.Labelled(Texts[AnswerText.MentionedAlso], string.Join(Texts[AnswerText.And], mentionedAlso)))
            );
        }

        return card;
    }

    /// <summary>The card of a section post.</summary>
    public RoleBlock CompanyCard(ArchivedRound round)
    {
        var card = FundingCard.InPost(round.Round, Cells(round, forReply: false), Texts.Locale);
        CitationResolver.Resolve([card], sources.Of(round.Briefing.Id));
        return card;
    }

    /// <summary>One line of a company's list: amount, day, stage, up to three investors, number of reports, sources.</summary>
    public IReadOnlyList<Inline> Line(ArchivedDeal deal)
    {
        var round = deal.Latest;
        var facts = new List<string> { frame.FullDay(round.Briefing) };
        if (deal.Reports.Select(report => report.Round.Stage).FirstOrDefault(stage => stage is not null) is { } stage)
        {
            facts.Add(StageNames.Of(stage, Texts.Shared));
        }

        facts.AddRange(round.Round.Investors.Take(MaxInvestors));
        if (round.Round.Investors.Count > MaxInvestors)
        {
            facts.Add(Texts.Of(AnswerText.InvestorsRest, round.Round.Investors.Count - MaxInvestors));
        }

        AddReports(deal, facts);
        AddSample(round, facts);
        return [Nodes.Bold(Nodes.Text(Amount(round.Round))), Nodes.Text(Planned(round) + " " + Joined(facts)), .. Sources(round)];
    }

    /// <summary>One line of a list of deals of any companies.</summary>
    public IReadOnlyList<Inline> CompanyLine(ArchivedDeal deal)
    {
        var facts = new List<string> { frame.ShortDay(deal.Latest.Briefing) };
        AddReports(deal, facts);
        AddSample(deal.Latest, facts);
        return CompanyLine(deal.Latest, facts);
    }

    /// <summary>One line of a briefing's list: company, amount, valuation, stage, citations; a line below names their sources.</summary>
    public IReadOnlyList<Inline> CitedLine(ArchivedRound round) =>
        round.Round.Citations.Count == 0
            ? Facts(round, [])
            : [.. Facts(round, []), Nodes.Text(" "), sources.Mark(round.Briefing.Id, round.Round.Citations)];

    private IReadOnlyList<Inline> CompanyLine(ArchivedRound round, IReadOnlyList<string> more) =>
        [.. Facts(round, more), .. Sources(round)];

    /// <param name="more">Further facts, the last ones.</param>
    private IReadOnlyList<Inline> Facts(ArchivedRound round, IReadOnlyList<string> more)
    {
        var valuation = round.Round.Valuation is { } value
            ? Texts.Aside(Texts.Shared.Format("Valuation", Amounts.Both(value, value.Raw, Texts.Locale)))
            : "";
        var facts = new List<string> { valuation + Planned(round) };
        if (round.Round.Stage is { } known)
        {
            facts.Add(StageNames.Of(known, Texts.Shared));
        }

        facts.AddRange(more);
        return
        [
            Nodes.Bold(Nodes.Text(Invisible.Drop(round.Round.Company) + Texts.Shared.NameSeparator + Amount(round.Round))),
            Nodes.Text(Joined(facts)),
        ];
    }

    /// <summary>Within a sentence: xAI 200億ドル（1/6）, then the sources.</summary>
    public IReadOnlyList<Inline> Investment(ArchivedDeal deal)
    {
        var round = deal.Latest;
        var day = frame.ShortDay(round.Briefing);
        return
        [
            Nodes.Bold(Nodes.Text(Invisible.Drop(round.Round.Company))),
            Nodes.Text(
                " "
                    + Amount(round.Round)
                    + Planned(round)
                    + Texts.Aside(round.Briefing.IsSample ? Joined([day, Texts.Shared["Sample"]]) : day)
            ),
            .. Sources(round),
        ];
    }

    /// <summary>The warning that reports contradict each other, with each statement and its sources; empty if they agree.</summary>
    public IEnumerable<IReadOnlyList<Inline>> Disagreement(ArchivedDeal deal)
    {
        var contradictions = deal.Contradictions;
        if (contradictions.Count == 0)
        {
            yield break;
        }

        var line = new List<Inline> { Nodes.Text(Texts[AnswerText.AmountsDisagree]) };
        foreach (var round in contradictions)
        {
            if (line.Count > 1)
            {
                line.Add(Nodes.Text(Texts[AnswerText.And]));
            }

            line.Add(Nodes.Text(Texts.Of(AnswerText.AmountOnDay, frame.ShortDay(round.Briefing)) + Amount(round.Round)));
            line.AddRange(Sources(round));
        }

        yield return line;
    }

    /// <summary>Where else a deal is reported: day by day, the newest first, each with its sources; null if nowhere.</summary>
    public ParagraphBlock? OtherReports(ArchivedDeal deal)
    {
        var others = deal.OtherReports.ToList();
        if (others.Count == 0)
        {
            return null;
        }

        var line = new List<Inline> { Nodes.Text(Texts[AnswerText.OtherReports]) };
        foreach (var round in others.Take(ArchivedDeal.MostOtherReports))
        {
            if (line.Count > 1)
            {
                line.Add(Nodes.Text(Texts[AnswerText.And]));
            }

            line.Add(Nodes.Text(frame.ShortDay(round.Briefing)));
            line.AddRange(Sources(round));
        }

        if (others.Count > ArchivedDeal.MostOtherReports)
        {
            line.Add(Nodes.Text(Texts[AnswerText.And] + Texts.Of(AnswerText.InvestorRest, others.Count - ArchivedDeal.MostOtherReports)));
        }

        return Nodes.Paragraph(line);
    }

    private void AddReports(ArchivedDeal deal, List<string> facts)
    {
        if (deal.Reports.Count > 1)
        {
            facts.Add(Texts.Of(AnswerText.Reports, deal.Reports.Count, frame.Dates.Short(deal.First)));
        }
    }

    private void AddSample(ArchivedRound round, List<string> facts)
    {
        if (round.Briefing.IsSample)
        {
            facts.Add(Texts.Shared["Sample"]);
        }
    }

    private string Planned(ArchivedRound round) => round.Round.Status == FundingStatus.Planned ? Texts.Shared["Planned"] : "";

    private string Joined(IEnumerable<string> facts) => Invisible.Drop(string.Join(Texts.Shared.Separator, facts));

    private IReadOnlyList<FundingCell> Cells(ArchivedRound round, bool forReply) =>
        RoundCells.Of(round.Round, sources.Of(round.Briefing.Id), Texts, forReply);

    /// <summary>The round's sources, preceded by a space.</summary>
    private IEnumerable<Inline> Sources(ArchivedRound round)
    {
        var named = sources.Named(round.Briefing.Id, round.Round.Citations);
        return named.Count == 0 ? [] : [Nodes.Text(" "), .. named];
    }

    /// <summary>The amount as its author wrote it, and in the reader's way; or that it is missing.</summary>
    public static string Amount(FundingRound round, AnswerTexts texts)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(texts);
        return round.Amount is { } amount
            ? Amounts.Both(amount, Invisible.Drop(amount.Raw), texts.Locale)
            : texts[round.Undisclosed ? AnswerText.Undisclosed : AnswerText.AmountNotStated];
    }

    private string Amount(FundingRound round) => Amount(round, Texts);
}
