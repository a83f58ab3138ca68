using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Briefings.Model;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Answers.Funding;

/// <summary>How one round reads in an answer: as a card, as a line of a list, or within a sentence.</summary>
public sealed class RoundLines(AnswerFrame frame, CitedSources sources)
{
    private const int MaxInvestors = 3;

    private AnswerTexts Texts => frame.Texts;

    /// <summary>Everything the briefing says about the round; what it does not say is said to be missing.</summary>
    public RoleBlock Card(ArchivedRound round, IReadOnlyList<string> mentionedAlso)
    {
        var lines = new List<Block>
        {
            Nodes.Paragraph(AmountAndValuation(round.Round)),
            Nodes.Small(string.Join(Texts.Shared.Separator, DayAndStage(round))),
        };
        if (round.Round.Investors.Count > 0)
        {
            lines.Add(frame.Labelled(Texts.Shared["LabelInvestors"], Nodes.Text(string.Join(Texts.Shared.Separator, round.Round.Investors))));
        }

        var references = sources.Of(round.Briefing.Id);
        if (Field(round.Round, FieldRole.Potential) is { } potential)
        {
            lines.Add(frame.Labelled(Texts.Shared["LabelPotential"], [.. AuthorText.Line(potential, references), .. Sources(round)]));
        }
        else if (Field(round.Round, FieldRole.Summary) is { } summary)
        {
            lines.Add(Nodes.Paragraph([.. AuthorText.Line(summary, references), .. Sources(round)]));
        }
        else if (round.Round.Citations.Count > 0)
        {
            lines.Add(Nodes.Paragraph(Sources(round)));
        }

        if (mentionedAlso.Count > 0)
        {
            lines.Add(frame.Labelled(Texts[AnswerText.MentionedAlso], Nodes.Text(string.Join(Texts[AnswerText.And], mentionedAlso))));
        }

        return Nodes.Role(BlockRole.Card, lines);
    }

    /// <summary>One line of a company's list: amount, day, stage, up to three investors, sources.</summary>
    public ParagraphBlock Line(ArchivedRound round)
    {
        var facts = new List<string> { frame.Dates.Full(round.Briefing.Date) };
        if (round.Round.Stage is { } stage)
        {
            facts.Add(Stage(stage));
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

        return Nodes.Paragraph([
            Nodes.Bold(Nodes.Text(Amount(round.Round))),
            Nodes.Text(" " + string.Join(Texts.Shared.Separator, facts)),
            .. Sources(round)]);
    }

    /// <summary>One line of a briefing's list: company, amount, stage, sources.</summary>
    public ParagraphBlock CompanyLine(ArchivedRound round)
    {
        var stage = round.Round.Stage is { } known ? Texts.Shared.Separator + Stage(known) : "";
        return Nodes.Paragraph([
            Nodes.Bold(Nodes.Text(round.Round.Company + Texts.Shared.NameSeparator + Amount(round.Round))),
            Nodes.Text(Valuation(round.Round) + stage),
            .. Sources(round)]);
    }

    /// <summary>Within a sentence: xAI 200億ドル（1/6）and the sources.</summary>
    public IReadOnlyList<Inline> Investment(ArchivedRound round)
    {
        var day = frame.Dates.Short(round.Briefing.Date);
        var aside = round.Briefing.IsSample ? day + Texts.Shared.Separator + Texts.Shared["Sample"] : day;
        return
        [
            Nodes.Bold(Nodes.Text(round.Round.Company)),
            Nodes.Text(" " + Amount(round.Round) + Texts.Aside(aside)),
            .. Sources(round),
        ];
    }

    /// <summary>The warning that days contradict each other, with what each says and its sources.</summary>
    public ParagraphBlock Disagreement(RoundGroup group)
    {
        var line = new List<Inline> { Nodes.Text(Texts[AnswerText.AmountsDisagree]) };
        foreach (var round in group.Rounds.OrderBy(round => round.Briefing.Date))
        {
            if (line.Count > 1)
            {
                line.Add(Nodes.Text(Texts[AnswerText.And]));
            }

            line.Add(Nodes.Text(Texts.Of(AnswerText.AmountOnDay, frame.Dates.Short(round.Briefing.Date)) + Amount(round.Round)));
            line.AddRange(Sources(round));
        }

        return Nodes.Paragraph(line);
    }

    private IEnumerable<string> DayAndStage(ArchivedRound round)
    {
        yield return frame.Dates.Full(round.Briefing.Date);
        yield return Texts.Shared["LabelStage"] + " " + (round.Round.Stage is { } stage ? Stage(stage) : Texts.Shared["NotStated"]);
        if (round.Briefing.IsSample)
        {
            yield return Texts.Shared["Sample"];
        }
    }

    private IReadOnlyList<Inline> AmountAndValuation(FundingRound round) =>
        [Nodes.Bold(Nodes.Text(Amount(round))), Nodes.Text(Valuation(round))];

    /// <summary>The round's sources with the space before them.</summary>
    private IEnumerable<Inline> Sources(ArchivedRound round)
    {
        var named = sources.Named(round.Briefing.Id, round.Round.Citations);
        return named.Count == 0 ? [] : [Nodes.Text(" "), .. named];
    }

    private string Valuation(FundingRound round) => round.Valuation is { } valuation ? Texts.Aside(Texts.Shared.Format("Valuation", Amounts.Written(valuation, valuation.Raw, Texts.Locale))) : "";

    private string Amount(FundingRound round) =>
        round.Amount is { } amount
            ? Amounts.Written(amount, amount.Raw, Texts.Locale)
            : Texts[round.Undisclosed ? AnswerText.Undisclosed : AnswerText.AmountNotStated];

    private static string Stage(string stage) => stage;

    private static string? Field(FundingRound round, FieldRole role) =>
        round.Fields.FirstOrDefault(field => field.Role == role && field.Markdown.Trim() is not ("" or "-" or "—"))?.Markdown;
}
