using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding;

/// <summary>What each column of a table in a startups section contains, judging by the words of its header.</summary>
internal sealed class FundingColumns
{
    private static readonly char[] Separators = ['/', '\u30FB', '(', ')', '|', '、', ',', '&', '+', '[', ']', '\n'];

    private const int LongestCaption = 40;

    private readonly List<List<FieldRole>> _parts = [];
    private readonly List<FieldRole> _roles = [];
    private readonly IReadOnlyList<string> _headers;
    private readonly Vocabulary _vocabulary;

    /// <param name="content">What the cells below say if the headers say nothing; null: only the headers count.</param>
    public FundingColumns(IReadOnlyList<string> headers, Vocabulary vocabulary, FundingContent? content = null)
    {
        (_headers, _vocabulary) = (headers, vocabulary);
        foreach (var header in headers)
        {
            var folded = Folding.Fold(header);
            var parts = PartRoles(folded);
            _parts.Add(parts);
            _roles.Add(parts.Count == 0 || (parts[0] != FieldRole.Company && IsTotal(folded)) ? FieldRole.Other : parts[0]);
        }

        Company = Take(FieldRole.Company, content);
        Amount = Take(FieldRole.Amount, content);
        if (Amount < 0)
        {
            // 累計調達額 is the amount if there is nothing better.
            Amount = _parts.FindIndex(parts => parts is [FieldRole.Amount, ..]);
            Assign(Amount, FieldRole.Amount);
        }

        Stage = Take(FieldRole.Stage, content);
        Investors = Take(FieldRole.Investors, null) is >= 0 and var backers ? [backers, .. Others(FieldRole.Investors, backers)] : [];
        if (Company < 0 && Amount >= 0 && content is not null && IsAboutRounds)
        {
            // Deal | Amount | Lead: the subject of the rows comes first.
            Company = Enumerable.Range(0, _roles.Count).FirstOrDefault(column => _parts[column].Count == 0 && content.Names(column), -1);
            Assign(Company, FieldRole.Company);
        }

        Valuation = _roles.IndexOf(FieldRole.Valuation);
        Citations = _roles.IndexOf(FieldRole.Citations);
    }

    public int Company { get; }

    public int Amount { get; }

    public int Valuation { get; }

    public int Stage { get; }

    /// <summary>Led by | Also in: the names may be in several columns.</summary>
    public IReadOnlyList<int> Investors { get; }

    public int Citations { get; }

    /// <summary>Whether the table lists financings: it names companies and at least one fact of a round.</summary>
    public bool AreFunding =>
        Company >= 0 && (Amount >= 0 || (Stage >= 0 && Investors.Count > 0) || (Valuation >= 0 && (Stage >= 0 || Investors.Count > 0)));

    public FieldRole Role(int column) => column < _roles.Count ? _roles[column] : FieldRole.Other;

    /// <summary>Whether the company column also contains something else after a slash (企業 / 事業).</summary>
    public bool SharesCompany => Company >= 0 && _parts[Company].Count > 1;

    public bool NamesStage(int column) => column >= 0 && _parts[column].Contains(FieldRole.Stage);

    public AmountHeader AmountHeader(int column)
    {
        if (column < 0)
        {
            return Funding.AmountHeader.Amount;
        }

        var slots = _parts[column].Where(role => role is FieldRole.Amount or FieldRole.Valuation).Distinct().ToList();
        return new AmountHeader(slots.Count == 0 ? [FieldRole.Amount] : slots, Defaults(Folding.Fold(_headers[column])));
    }

    /// <summary>The roles of a header's parts. In a compound (企業概要, funding round) the last word is the head.</summary>
    private List<FieldRole> PartRoles(string folded)
    {
        var roles = new List<FieldRole>();
        foreach (
            var part in folded.Replace(" and ", "/", StringComparison.Ordinal).Split(Separators, StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var hits = _vocabulary.Columns.FindAll(part);
            if (hits.Count > 0)
            {
                roles.Add(hits[^1].Value);
            }
        }

        return roles;
    }

    private bool IsTotal(string folded) =>
        _vocabulary.AmountRoles.TryFind(folded, 0, out var hit) && hit.Value == Vocabulary.AmountRole.Ignored;

    private int Take(FieldRole role, FundingContent? content)
    {
        var named = Named(role);
        if (named >= 0 || content is null || !IsAboutRounds)
        {
            return named;
        }

        var column = Enumerable
            .Range(0, _roles.Count)
            .FirstOrDefault(
                unnamed => _parts[unnamed].Count == 0 && !IsTotal(Folding.Fold(_headers[unnamed])) && content.Holds(unnamed, role),
                -1
            );
        Assign(column, role);
        return column;
    }

    /// <summary>Whether a header mentions a round, so that a column without a known word may be guessed.</summary>
    private bool IsAboutRounds => _roles.Exists(role => role is FieldRole.Investors or FieldRole.Stage or FieldRole.Valuation);

    private int Named(FieldRole role)
    {
        var column = _roles.IndexOf(role);
        if (column < 0)
        {
            column = _parts.FindIndex(parts => parts.Contains(role));
            if (column >= 0 && IsTotal(Folding.Fold(_headers[column])))
            {
                return -1;
            }

            if (column >= 0 && role == FieldRole.Company)
            {
                Assign(column, role);
            }
        }

        return column;
    }

    private IEnumerable<int> Others(FieldRole role, int column) =>
        Enumerable.Range(0, _roles.Count).Where(other => other != column && _roles[other] == role);

    private void Assign(int column, FieldRole role)
    {
        if (column >= 0)
        {
            _roles[column] = role;
        }
    }

    /// <summary>調達額（単位：百万ドル）, Figures in $ millions: the line above a table applies to all of its numbers.</summary>
    public MoneyDefaults Caption(string folded) =>
        _vocabulary.UnitCaptions.TryFind(folded, 0, out var caption) && folded.Length - caption.Start <= LongestCaption
            ? Defaults(folded[caption.Start..])
            : default;

    /// <summary>Currency and unit named in a header or a table's caption (folded).</summary>
    public MoneyDefaults Defaults(string folded)
    {
        if (!_vocabulary.Currencies.TryFind(folded, 0, out var currency))
        {
            return default;
        }

        for (var at = 0; at < folded.Length; at++)
        {
            if ((at == 0 || !char.IsAsciiLetterOrDigit(folded[at - 1])) && _vocabulary.Units.TryMatch(folded, at, out var unit))
            {
                return new MoneyDefaults(unit.Value, currency.Value);
            }
        }

        return new MoneyDefaults(0, currency.Value);
    }
}
