namespace Bot.Answers.Trends;

/// <summary>Values as a row of bars, one character each.</summary>
public static class Sparkline
{
    private const string Bars = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";

    /// <summary>The lowest bar is nothing at all; the highest is the largest value; what is not nothing is seen.</summary>
    /// <param name="values">0 or more.</param>
    public static string Of(IReadOnlyList<decimal> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var largest = values.DefaultIfEmpty(0).Max();
        return string.Concat(
            values.Select(value => value <= 0 ? Bars[0] : Bars[Math.Max(1, (int)decimal.Round(value / largest * (Bars.Length - 1)))])
        );
    }
}
