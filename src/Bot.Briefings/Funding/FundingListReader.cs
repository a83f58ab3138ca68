using Bot.Briefings.Companies;
using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;
using Markdig.Syntax;

namespace Bot.Briefings.Funding;

/// <summary>Funding rounds from list items that state a financing.</summary>
internal sealed class FundingListReader(ReadingContext context, MoneyScanner monies, AmountProse amounts, StageScanner stages, InvestorProse investors)
{
    public IEnumerable<FundingRound> Read(SectionBlocks section)
    {
        foreach (var item in section.TopItems())
        {
            if (OpeningWords.FirstParagraph(item) is { } paragraph && Round(section, item, paragraph) is { } round)
            {
                yield return round;
            }
        }
    }

    private FundingRound? Round(SectionBlocks section, ListItemBlock item, ParagraphBlock paragraph)
    {
        var text = context.PlainLines(item);
        var folded = Folding.Fold(text);
        var vocabulary = context.Vocabulary;
        if (vocabulary.NoFinancingWords.Contains(folded))
        {
            return null;
        }

        var headline = OpeningWords.Headline(paragraph, context);
        var stage = stages.InProse(folded);
        var amount = amounts.Read(text);
        var states = vocabulary.FinancingWords.Contains(folded) || (stage is not null && (amount.Amount is not null || amount.Undisclosed));
        if (!states || (stage is null && amount.Amount is null && !amount.Undisclosed))
        {
            return null;
        }

        var company = Company(headline);
        if (company.Length == 0)
        {
            return null;
        }

        var markdown = EntryMarkdown.Of(item, context);
        return new FundingRound
        {
            SectionOrder = section.Order,
            Company = company,
            Amount = amount.Amount,
            Valuation = amount.Valuation,
            Undisclosed = amount.Undisclosed,
            Stage = stage,
            Investors = [.. investors.Find(text).Where(name => CompanyName.Key(name) != CompanyName.Key(company))],
            Citations = ReadingContext.Citations([item]),
            Fields = [new FundingField(FieldRole.Summary, "", markdown)],
            Position = context.Position(item),
            Markdown = markdown,
        };
    }

    /// <summary>The opening words are the company, or a headline about it.</summary>
    private string Company(string headline)
    {
        var name = CompanyNames.Strip(headline);
        var folded = Folding.Fold(name);
        if (monies.FindAll(folded).Count == 0 && !context.Vocabulary.FinancingWords.Contains(folded))
        {
            return name;
        }

        var subjects = HeadlineSubjects.Of(name, context.Vocabulary);
        return subjects.Count > 0 ? subjects[0] : OpeningWords.BeforeComma(name);
    }
}
