using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Briefings.Model;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Bot.Posts;
using Bot.Posts.Funding;
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

    /// <summary>One line of a company's list: amount, day, stage, up to three investors, sources.</summary>
    public IReadOnlyList<Inline> Line(ArchivedRound round)
    {
        var facts = new List<string> { frame.Dates.Full(round.Briefing.Date) };
        if (round.Round.Stage is { } stage)
        {
            facts.Add(StageNames.Of(stage, Texts.Shared));
        }

        facts.AddRange(round.Round.Investors.Take(MaxInvestors));
        if (round.Round.Investors.Count > MaxInvestors)
        {
            facts.Add(Texts.Of(AnswerText.InvestorsRest, round.Round.Investors.Count - MaxInvestors));
        }

        if (round.Briefing.IsSample)
        {
            facts.Add(Texts.Shared["Sample"]);
        }

        return [Nodes.Bold(Nodes.Text(Amount(round.Round))), Nodes.Text(" " + Joined(facts)), .. Sources(round)];
    }

    /// <summary>One line of a briefing's list: company, amount, valuation, stage, sources.</summary>
    public IReadOnlyList<Inline> CompanyLine(ArchivedRound round)
    {
        var valuation = round.Round.Valuation is { } value
            ? Texts.Aside(Texts.Shared.Format("Valuation", Amounts.Both(value, value.Raw, Texts.Locale)))
            : "";
        var stage = round.Round.Stage is { } known ? Texts.Shared.Separator + StageNames.Of(known, Texts.Shared) : "";
        return
        [
            Nodes.Bold(Nodes.Text(Invisible.Drop(round.Round.Company) + Texts.Shared.NameSeparator + Amount(round.Round))),
            Nodes.Text(valuation + stage),
            .. Sources(round),
        ];
    }

    /// <summary>Within a sentence: xAI 200億ドル（1/6）, then the sources.</summary>
    public IReadOnlyList<Inline> Investment(ArchivedRound round)
    {
        var day = frame.ShortDay(round.Briefing);
        return
        [
            Nodes.Bold(Nodes.Text(Invisible.Drop(round.Round.Company))),
            Nodes.Text(" " + Amount(round.Round) + Texts.Aside(round.Briefing.IsSample ? Joined([day, Texts.Shared["Sample"]]) : day)),
            .. Sources(round),
        ];
    }

    /// <summary>The warning that days contradict each other, with each day's statement and its sources.</summary>
    public IReadOnlyList<Inline> Disagreement(RoundGroup group)
    {
        var line = new List<Inline> { Nodes.Text(Texts[AnswerText.AmountsDisagree]) };
        foreach (var round in group.Rounds.OrderBy(round => round.Briefing.Date))
        {
            if (line.Count > 1)
            {
                line.Add(Nodes.Text(Texts[AnswerText.And]));
            }

            line.Add(Nodes.Text(Texts.Of(AnswerText.AmountOnDay, frame.ShortDay(round.Briefing)) + Amount(round.Round)));
            line.AddRange(Sources(round));
        }

        return line;
    }

    private string Joined(IEnumerable<string> facts) => Invisible.Drop(string.Join(Texts.Shared.Separator, facts));

    private IReadOnlyList<FundingCell> Cells(ArchivedRound round, bool forReply) =>
        RoundCells.Of(round.Round, sources.Of(round.Briefing.Id), Texts, forReply);

    /// <summary>The round's sources, preceded by a space.</summary>
    private IEnumerable<Inline> Sources(ArchivedRound round)
    {
        var named = sources.Named(round.Briefing.Id, round.Round.Citations);
        return named.Count == 0 ? [] : [Nodes.Text(" "), .. named];
    }

    private string Amount(FundingRound round) =>
        round.Amount is { } amount
            ? Amounts.Both(amount, Invisible.Drop(amount.Raw), Texts.Locale)
            : Texts[round.Undisclosed ? AnswerText.Undisclosed : AnswerText.AmountNotStated];
}
