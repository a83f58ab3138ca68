using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Trees;

namespace Bot.Posts.Funding;

/// <summary>
/// The words of an amount cell, with none lost: <c>200億ドル / 2300億ドル</c>, <c>1800万ドル（シード）</c>, <c>$140 million (Series A)
/// / $900 million</c>.
/// </summary>
/// <param name="Amount">The part that states the amount or says it is undisclosed; empty for an empty cell.</param>
/// <param name="Valuation">The part that states the valuation, if this cell has it.</param>
/// <param name="Notes">Anything else in the cell: a stage, a remark.</param>
internal sealed record AmountCellParts(string Amount, string? Valuation, IReadOnlyList<string> Notes)
{
    private const string Openers = "(（[［【";
    private const string Closers = ")）]］】";

    private static readonly IReadOnlyList<string> UndisclosedWords =
    [
        .. Texts.In(Locale.Japanese).Words("UndisclosedWords"),
        .. Texts.In(Locale.English).Words("UndisclosedWords"),
    ];

    public static AmountCellParts Of(string cell, FundingRound round, bool valuationElsewhere)
    {
        var parts = Parts(cell).ToList();
        var amount = round.Amount is { } money ? parts.FindIndex(part => Holds(part, money.Raw)) : -1;
        var valuation =
            round.Valuation is { } value && !valuationElsewhere
                ? parts.FindLastIndex(part => Holds(part, value.Raw)) is var at && at != amount
                    ? at
                    : -1
                : -1;
        if (amount < 0 && round.Undisclosed)
        {
            amount = parts.FindIndex(part => UndisclosedWords.Any(word => part.Contains(word, StringComparison.OrdinalIgnoreCase)));
        }

        if (amount < 0)
        {
            amount = Enumerable.Range(0, parts.Count).FirstOrDefault(part => part != valuation, -1);
        }

        return new AmountCellParts(
            amount < 0 ? "" : parts[amount],
            valuation < 0 ? null : parts[valuation],
            [.. parts.Where((_, part) => part != amount && part != valuation).Except(amount < 0 ? [] : [parts[amount]])]
        );
    }

    private static bool Holds(string part, string raw) => part.Contains(FlatText.Collapse(raw), StringComparison.Ordinal);

    /// <summary>
    /// Parts between slashes, line breaks and brackets. A slash between digits (24/7) or in n/a does not separate; a dash
    /// is not a part.
    /// </summary>
    private static IEnumerable<string> Parts(string cell)
    {
        var depth = 0;
        var start = 0;
        for (var at = 0; at <= cell.Length; at++)
        {
            var ends = at == cell.Length;
            if (!ends && Openers.Contains(cell[at], StringComparison.Ordinal))
            {
                ends = depth++ == 0;
            }
            else if (!ends && Closers.Contains(cell[at], StringComparison.Ordinal))
            {
                depth = Math.Max(0, depth - 1);
                ends = depth == 0;
            }
            else if (!ends && depth == 0)
            {
                ends = cell[at] is '\n' or '|' or '｜' || (cell[at] is '/' or '／' && !IsWithinWord(cell, at));
            }

            if (!ends)
            {
                continue;
            }

            var part = FlatText.Collapse(cell[start..at]).Trim(' ', ',', '、', '・', ';');
            start = at + 1;
            if (part.Any(char.IsLetterOrDigit))
            {
                yield return part;
            }
        }
    }

    private static bool IsWithinWord(string cell, int slash) =>
        slash > 0
        && slash + 1 < cell.Length
        && (
            (char.IsDigit(cell[slash - 1]) && char.IsDigit(cell[slash + 1]))
            || (cell[slash - 1] is 'n' or 'N' && cell[slash + 1] is 'a' or 'A')
        );
}
