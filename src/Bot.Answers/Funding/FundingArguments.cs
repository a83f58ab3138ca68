using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Answers.Replies;

namespace Bot.Answers.Funding;

/// <summary>The text of a <c>/funding</c> call, taken apart.</summary>
/// <param name="Company">As asked, cleaned; empty for none.</param>
/// <param name="Skip">Entries already seen: what the button for more adds as <c>+10</c>.</param>
public sealed partial record FundingArguments(string Company, int Skip)
{
    public static FundingArguments Parse(string text)
    {
        var clean = AskedText.Clean(text);
        var more = More().Match(clean);
        return more.Success
            ? new FundingArguments(clean[..more.Index].TrimEnd(), int.Parse(more.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture))
            : new FundingArguments(clean, 0);
    }

    /// <summary>The text that asks for the next part.</summary>
    public string Next(int shown) => string.Create(CultureInfo.InvariantCulture, $"{Company} +{Skip + shown}").TrimStart();

    // A plus belongs to a name that it touches (Claude+); one after a space and before digits is ours.
    [GeneratedRegex(@"(?:^| )\+([0-9]{1,5})$", RegexOptions.CultureInvariant)]
    private static partial Regex More();
}
