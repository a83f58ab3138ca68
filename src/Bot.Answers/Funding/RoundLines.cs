using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Briefings.Model;
using Bot.Chat.Messages;
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
            Nodes.Small(string.Join(Texts[AnswerText.Separator], DayAndStage(round))),
        };
        if (round.Round.Investors.Count > 0)
        {
            lines.Add(frame.Labelled(AnswerText.Investors, Nodes.Text(string.Join(Texts[AnswerText.Separator], round.Round.Investors))));
        }

        var references = sources.Of(round.Briefing.Id);
        var citations = sources.Named(round.Briefing.Id, round.Round.Citations, Texts);
        if (Field(round.Round, FieldRole.Potential) is { } potential)
        {
            lines.Add(frame.Labelled(AnswerText.Potential, [.. AuthorText.Line(potential, references), .. citations]));
        }
        else if (Field(round.Round, FieldRole.Summary) is { } summary)
        {
            lines.Add(Nodes.Paragraph([.. AuthorText.Line(summary, references), .. citations]));
        }
        else if (citations.Count > 0)
        {
            lines.Add(Nodes.Paragraph(citations.Skip(1)));
        }

        if (mentionedAlso.Count > 0)
        {
            lines.Add(frame.Labelled(AnswerText.MentionedAlso, Nodes.Text(string.Join(Texts[AnswerText.And], mentionedAlso))));
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
            facts.Add(Texts[AnswerText.SampleMark]);
        }

        return Nodes.Paragraph([
            Nodes.Bold(Nodes.Text(Amount(round.Round))),
            Nodes.Text(" " + string.Join(Texts[AnswerText.Separator], facts)),
            .. sources.Named(round.Briefing.Id, round.Round.Citations, Texts)]);
    }

    /// <summary>One line of a briefing's list: company, amount, stage, sources.</summary>
    public ParagraphBlock CompanyLine(ArchivedRound round)
    {
        var stage = round.Round.Stage is { } known ? Texts[AnswerText.Separator] + Stage(known) : "";
        return Nodes.Paragraph([
            Nodes.Bold(Nodes.Text(round.Round.Company + Texts[AnswerText.LabelGap] + Amount(round.Round))),
            Nodes.Text(Valuation(round.Round) + stage),
            .. sources.Named(round.Briefing.Id, round.Round.Citations, Texts)]);
    }

    /// <summary>Within a sentence: xAI 200億ドル（1/6）and the sources.</summary>
    public IReadOnlyList<Inline> Investment(ArchivedRound round)
    {
        var day = frame.Dates.Short(round.Briefing.Date);
        var aside = round.Briefing.IsSample ? day + Texts[AnswerText.Separator] + Texts[AnswerText.SampleMark] : day;
        return
        [
            Nodes.Bold(Nodes.Text(round.Round.Company)),
            Nodes.Text(" " + Amount(round.Round) + (Texts.Locale == Chat.Locale.Japanese ? $"（{aside}）" : $" ({aside})")),
            .. sources.Named(round.Briefing.Id, round.Round.Citations, Texts),
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
            line.AddRange(sources.Named(round.Briefing.Id, round.Round.Citations, Texts));
        }

        return Nodes.Paragraph(line);
    }

    private IEnumerable<string> DayAndStage(ArchivedRound round)
    {
        yield return frame.Dates.Full(round.Briefing.Date);
        yield return Texts[AnswerText.Stage] + " " + (round.Round.Stage is { } stage ? Stage(stage) : Texts[AnswerText.NotStated]);
        if (round.Briefing.IsSample)
        {
            yield return Texts[AnswerText.SampleMark];
        }
    }

    private IReadOnlyList<Inline> AmountAndValuation(FundingRound round) =>
        [Nodes.Bold(Nodes.Text(Amount(round))), Nodes.Text(Valuation(round))];

    private string Valuation(FundingRound round) => round.Valuation is { } valuation ? Texts.Of(AnswerText.ValuationAside, valuation.Raw) : "";

    private string Amount(FundingRound round) =>
        round.Amount?.Raw ?? Texts[round.Undisclosed ? AnswerText.Undisclosed : AnswerText.AmountNotStated];

    private static string Stage(string stage) => stage;

    private static string? Field(FundingRound round, FieldRole role) =>
        round.Fields.FirstOrDefault(field => field.Role == role && field.Markdown.Trim() is not ("" or "-" or "—"))?.Markdown;
}
