using Bot.Briefings.Citations;
using Bot.Briefings.Model;
using Bot.Briefings.Reading;

namespace Bot.Briefings.Inspection;

/// <summary>Checks citations against references, and references against each other.</summary>
internal static class ReferenceChecks
{
    public static void Report(
        List<CitationInline> citations,
        List<FundingRound> rounds,
        List<Reference> references,
        TextPosition end,
        ReadingContext context
    )
    {
        var numbers = new HashSet<int>();
        foreach (var reference in references)
        {
            if (reference.Number is not { } number)
            {
                context.Warnings.Add(new Warning(WarningCodes.ReferenceWithoutNumber, reference.Text, reference.Position));
            }
            else if (!numbers.Add(number))
            {
                context.Warnings.Add(new Warning(WarningCodes.DuplicateReferenceNumber, $"[{number}]", reference.Position));
            }

            var missing = string.Join(", ", Missing(reference));
            if (missing.Length > 0)
            {
                context.Warnings.Add(new Warning(WarningCodes.MalformedReference, $"{missing}: {reference.Text}", reference.Position));
            }
        }

        if (numbers.Count > 0)
        {
            for (var number = numbers.Min(); number < numbers.Max(); number++)
            {
                if (!numbers.Contains(number))
                {
                    context.Warnings.Add(new Warning(WarningCodes.ReferenceNumberGap, $"[{number}]", end));
                }
            }
        }

        var reported = new HashSet<int>();
        foreach (var citation in citations)
        {
            foreach (var number in citation.Numbers)
            {
                if (!numbers.Contains(number) && reported.Add(number))
                {
                    context.Warn(WarningCodes.DanglingCitation, $"[{number}]", citation.Span.Start);
                }
            }
        }

        // A bare number in a table's citation column is not a separate mark.
        foreach (var round in rounds)
        {
            foreach (var number in round.Citations)
            {
                if (!numbers.Contains(number) && reported.Add(number))
                {
                    context.Warnings.Add(new Warning(WarningCodes.DanglingCitation, $"[{number}]", round.Position));
                }
            }
        }
    }

    private static IEnumerable<string> Missing(Reference reference)
    {
        if (reference.Publisher is null)
        {
            yield return "publisher";
        }

        if (reference.Date is null)
        {
            yield return "date";
        }

        if (reference.Title is null)
        {
            yield return "title";
        }

        if (reference.Url is null)
        {
            yield return "url";
        }
    }
}
