using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Trees;
using Bot.Posts;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Answers.Funding;

/// <summary>Words what a company raised, and in what it invested.</summary>
/// <param name="day">The single day that the answer is limited to.</param>
/// <param name="mentionedAlso">For a single report: the other places in its briefing that name the company.</param>
internal sealed class CompanyReplies(
    AnswerFrame frame,
    FundingArguments arguments,
    DateOnly? day,
    RoundLines lines,
    IReadOnlyList<string> mentionedAlso
)
{
    private const int MaxInSentence = 3;

    private AnswerTexts Texts => frame.Texts;

    public Reply Of(FundingAnswer.OfCompany company) => company.Deals.Total > 0 ? Raised(company) : Invested(company);

    private Reply Raised(FundingAnswer.OfCompany company)
    {
        var (shown, total) = (company.Deals.Items, company.Deals.Total);
        var skip = arguments.Skip < total ? arguments.Skip : 0;
        var blocks = new List<Block>
        {
            AnswerFrame.First(
                Texts.Counted(AnswerText.FundingOne, AnswerText.FundingMany, total, company.Name) + frame.Part(skip, shown.Count, total)
            ),
        };
        blocks.AddRange(frame.SampleNote(shown.Select(deal => deal.Latest.Briefing)));
        if (total == 1)
        {
            blocks.AddRange(Only(shown[0]));
        }
        else
        {
            blocks.Add(AnswerFrame.Lines(shown.SelectMany(deal => lines.Disagreement(deal).Prepend(lines.Line(deal)))));
        }

        if (company.Investments.Total > 0 && skip == 0)
        {
            blocks.Add(InvestmentSentence(company.Investments));
        }

        var newest = shown[0].Latest.Briefing;
        return frame.About(
            newest,
            frame.Reply(
                blocks,
                [
                    .. More(skip, shown.Count, total),
                    frame.DayButton(AnswerText.FundingOfDay, FundingHandler.Name, newest),
                    frame.DayButton(AnswerText.SourcesOfDay, "sources", newest),
                ]
            )
        );
    }

    private List<Block> Only(ArchivedDeal deal)
    {
        var blocks = new List<Block> { lines.Card(deal.Latest, mentionedAlso) };
        blocks.AddRange(lines.Disagreement(deal).Select(line => Nodes.Paragraph(line)));
        blocks.AddRange(lines.OtherReports(deal) is { } others ? [others] : []);
        blocks.AddRange(SourcesLine.For(blocks, Texts.Locale) is { } sources ? [sources] : []);
        return blocks;
    }

    private Reply Invested(FundingAnswer.OfCompany company)
    {
        var blocks = new List<Block> { AnswerFrame.First(Texts.Of(AnswerText.FundingNoneOwn, company.Name)) };
        var (shown, total) = (company.Investments.Items, company.Investments.Total);
        var skip = arguments.Skip < total ? arguments.Skip : 0;
        var buttons = new List<Button>();
        blocks.AddRange(frame.SampleNote(shown.Select(deal => deal.Latest.Briefing)));
        if (total <= MaxInSentence)
        {
            blocks.Add(InvestmentSentence(company.Investments));
        }
        else
        {
            blocks.Add(Nodes.Paragraph(Texts.Of(AnswerText.InvestorManyList, total) + frame.Part(skip, shown.Count, total)));
            blocks.Add(AnswerFrame.Lines(shown.Select(lines.Investment)));
            buttons.AddRange(More(skip, shown.Count, total));
        }

        buttons.AddRange(
            shown
                .Select(deal => deal.Latest.Round.Company)
                .Distinct(StringComparer.Ordinal)
                .Take(MaxInSentence)
                .Select(name => frame.Button(Texts.Of(AnswerText.FundingOfCompany, AskedText.Shown(name)), FundingHandler.Name, name, day))
        );
        return frame.Reply(blocks, buttons);
    }

    private IEnumerable<Button> More(int skip, int shown, int total) =>
        skip + shown < total
            ? [frame.Button(Texts[AnswerText.More], FundingHandler.Name, (arguments with { Skip = skip }).Next(shown), day)]
            : [];

    private ParagraphBlock InvestmentSentence(DealPage investments)
    {
        var line = new List<Inline> { Nodes.Text(Texts.Counted(AnswerText.InvestorOne, AnswerText.InvestorMany, investments.Total)) };
        foreach (var deal in investments.Items.Take(MaxInSentence))
        {
            if (line.Count > 1)
            {
                line.Add(Nodes.Text(Texts[AnswerText.And]));
            }

            line.AddRange(lines.Investment(deal));
        }

        if (investments.Total > MaxInSentence)
        {
            line.Add(Nodes.Text(Texts[AnswerText.And] + Texts.Of(AnswerText.InvestorRest, investments.Total - MaxInSentence)));
        }

        return Nodes.Paragraph(line);
    }
}
