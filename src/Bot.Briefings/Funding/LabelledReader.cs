using System.Buffers;
using Bot.Briefings.Companies;
using Bot.Briefings.Entries;
using Bot.Briefings.Funding.Sentences;
using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding;

/// <summary>
/// A round whose facts follow labels, line by line or between dashes: 調達額：1億ドル（シリーズB）, Lead: Kite — Other: Elm, 融资: B轮融资20亿美元.
/// </summary>
internal sealed class LabelledReader(Vocabulary vocabulary, AmountCellReader amounts, StageScanner stages, InvestorCell investors)
{
    private const int LongestLabel = 24;

    private static readonly SearchValues<char> Separators = SearchValues.Create("—–|｜-／");

    private static readonly SearchValues<char> Commas = SearchValues.Create("、，,+＋;；");

    private readonly HeadCompany _head = new(vocabulary);
    private readonly BackerLists _backers = new(vocabulary);
    private readonly InvestorProse _prose = new(vocabulary, investors);

    /// <summary>Empty unless labels name an amount or a stage, and the headline a company. 調達額：シードで5億円、加えてXから2億円の融資 are two rounds.</summary>
    public List<Draft> Read(OutlineEntry entry)
    {
        if (Whole(entry) is not { } draft)
        {
            return [];
        }

        var value = Fields(entry.Head.Text).Concat(Fields(entry.Body.Text)).FirstOrDefault(field => field.Role == FieldRole.Amount).Value;
        return value is not null && Loan(value) is { } loan ? Apart(draft, loan) : [draft];
    }

    private static List<Draft> Apart(Draft draft, Draft loan)
    {
        (loan.Company, loan.Planned) = (draft.Company, draft.Planned);
        draft.Investors.RemoveAll(loan.Investors.Contains);
        return [draft, loan];
    }

    /// <summary>What a value of amounts says behind a comma: another amount, borrowed or given.</summary>
    private Draft? Loan(string value)
    {
        for (
            int at = value.AsSpan().IndexOfAny(Commas), next;
            at > 0;
            next = value.AsSpan(at + 1).IndexOfAny(Commas), at = next < 0 ? -1 : at + 1 + next
        )
        {
            var (first, second) = (amounts.Read(value[..at], AmountHeader.Amount), amounts.Read(value[(at + 1)..], AmountHeader.Amount));
            if (first.Amount is not null && second is { Amount: not null, Stage: "debt" or "grant" } && first.Stage != second.Stage)
            {
                var loan = new Draft
                {
                    Kind = FinancingKind.Raise,
                    Amount = second.Amount,
                    Stage = second.Stage,
                };
                loan.Investors.AddRange(_prose.Find(value[(at + 1)..]));
                return loan;
            }
        }

        return null;
    }

    private Draft? Whole(OutlineEntry entry)
    {
        if (!MayHaveFields(entry.Head.Text) && !MayHaveFields(entry.Body.Text))
        {
            return null;
        }

        var fields = Fields(entry.Head.Text).Concat(Fields(entry.Body.Text)).ToList();
        if (!fields.Exists(field => field.Role is FieldRole.Amount or FieldRole.Stage or FieldRole.Investors))
        {
            return null;
        }

        var company =
            _head.Of(entry.Head, SentenceSplitter.Split(entry.Head, isHead: true, SentenceSplitter.TongueOf([entry.Head, entry.Body])))
            ?? fields.Find(field => field.Role == FieldRole.Company).Value;
        if (company is null)
        {
            return null;
        }

        var draft = new Draft { Kind = FinancingKind.Raise, Company = CompanyNames.Strip(company) };
        foreach (var (role, label, value) in fields)
        {
            Add(draft, role, label, value);
        }

        if (draft.Amount is null && !draft.Undisclosed && Unlabelled(entry) is { } record)
        {
            Add(draft, FieldRole.Amount, "", record);
        }

        draft.Planned = fields.Exists(field =>
            field.Role is FieldRole.Amount or FieldRole.Stage && vocabulary.Financing.Planned.Contains(Folding.Fold(field.Value))
        );
        return draft.Amount is not null || draft.Undisclosed || (draft.Stage is not null && draft.Investors.Count > 0) ? draft : null;
    }

    /// <summary>Whether a column's word stands before a colon. Most texts have none, and are not taken apart.</summary>
    private bool MayHaveFields(string text)
    {
        for (var at = text.AsSpan().IndexOfAny(':', '：'); at >= 0; )
        {
            var label = Folding.Fold(text[Math.Max(0, at - LongestLabel)..at]).TrimEnd();
            if (vocabulary.Columns.TryMatchBefore(label, label.Length, out _))
            {
                return true;
            }

            var next = text.AsSpan(at + 1).IndexOfAny(':', '：');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    private void Add(Draft draft, FieldRole role, string label, string value)
    {
        var folded = Folding.Fold(value);
        switch (role)
        {
            case FieldRole.Amount or FieldRole.Stage when !vocabulary.Financing.Denied.Contains(folded):
                var cell = amounts.Read(value, AmountHeader.Amount);
                draft.Amount ??= role == FieldRole.Amount ? cell.Amount : null;
                draft.Valuation ??= cell.Valuation;
                draft.Undisclosed |= role == FieldRole.Amount && cell.Undisclosed;
                draft.Stage ??=
                    cell.Stage
                    ?? (role == FieldRole.Stage ? stages.InCell(folded) : stages.InProse(folded))
                    ?? stages.InProse(Folding.Fold(label));

                // 種別：融資（Xによる協調融資）: the giver may be next to what is given.
                draft.Investors.AddRange(_prose.Find(value).Except(draft.Investors));
                break;
            case FieldRole.Valuation:
                draft.Valuation ??= amounts.Read(value, new AmountHeader([FieldRole.Valuation], default)).Valuation;
                break;
            case FieldRole.Investors:
                draft.Investors.AddRange(Names(value).Except(draft.Investors));
                break;
        }
    }

    /// <summary>A list of names, or a sentence about them (NVIDIA领投，Kite跟投).</summary>
    private IReadOnlyList<string> Names(string value)
    {
        List<string> said =
        [
            .. SentenceSplitter
                .Split(new EntryText(value, [], []), isHead: false, SentenceSplitter.TongueOf([new EntryText(value, [], [])]))
                .Where(sentence => sentence.Tongue is Tongue.Chinese or Tongue.Korean)
                .SelectMany(_backers.Find),
        ];
        return said.Count > 0 ? said : investors.Read(value);
    }

    /// <summary>Acme — $20M Series A — Lead: …: the part of a labelled record that needs no label.</summary>
    private string? Unlabelled(OutlineEntry entry)
    {
        var line = entry.Body.Text.Split('\n')[0];
        return Parts(entry.Head.Text)
            .Concat(Parts(line))
            .FirstOrDefault(part => Colon(part) < 0 && amounts.Read(part, AmountHeader.Amount).Amount is not null);
    }

    private IEnumerable<(FieldRole Role, string Label, string Value)> Fields(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            foreach (var part in Sentences(line).SelectMany(Parts))
            {
                var colon = Colon(part);
                if (colon > 0 && Role(Folding.Fold(part[..colon]).Trim()) is { } role)
                {
                    yield return (role, part[..colon], part[(colon + 1)..].Trim());
                }
            }
        }
    }

    private FieldRole? Role(string label)
    {
        if (
            vocabulary.IgnoredLabels.IsWhole(label, out _)
            || (vocabulary.AmountRoles.TryFind(label, 0, out var said) && said.Value == Vocabulary.AmountRole.Ignored)
        )
        {
            return null;
        }

        return vocabulary.Columns.IsWhole(label, out var role) ? role : null;
    }

    private static int Colon(string part)
    {
        var colon = part.AsSpan(0, Math.Min(part.Length, LongestLabel)).IndexOfAny(':', '：');
        return colon > 0 ? colon : -1;
    }

    /// <summary>Lead: Kite. Also in: Elm. A record may be written as sentences; those without a colon name nothing.</summary>
    private static IEnumerable<string> Sentences(string line) =>
        OpeningWords.Sentences(line).Where(part => line.AsSpan(part).IndexOfAny(':', '：') >= 0).Select(part => line[part].Trim());

    /// <summary>Dashes and bars with a space on both sides separate a record's parts.</summary>
    private static string[] Parts(string line) =>
        line.AsSpan().ContainsAny(Separators)
            ? line.Split([" — ", " – ", " | ", " ｜ ", " - ", "／"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        : string.IsNullOrWhiteSpace(line) ? []
        : [line.Trim()];
}
