using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Bot.Chat.Platforms;

namespace Bot.Delivery.Tests;

public sealed partial class DeliveryTextsTests
{
    private static readonly ResourceManager Resources = new("Bot.Delivery.DeliveryTexts", typeof(DeliveryTexts).Assembly);

    /// <summary>Reasons that are never reported: they say what went well, or what an admin did.</summary>
    private static readonly string[] Untold =
    [
        Reasons.Interrupted,
        Reasons.NoAnswer,
        Reasons.Verifying,
        Reasons.Found,
        Reasons.Absent,
        Reasons.Waiting,
        Reasons.TargetNotSent,
        Reasons.Skipped,
        Reasons.Cancelled,
        Reasons.Resent,
        Reasons.Settled,
        Reasons.Recalled,
        Reasons.PausedByAdmin,
        Reasons.Overtaken,
        Reasons.Unsubscribed,
    ];

    [Fact]
    public void Both_languages_have_the_same_keys_and_no_empty_text()
    {
        var (english, japanese) = (Entries(CultureInfo.InvariantCulture), Entries(CultureInfo.GetCultureInfo("ja")));

        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), japanese.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(english.Concat(japanese), entry => entry.Value.Length == 0);
        Assert.DoesNotContain(english.Keys, key => Most(english[key]) < Most(japanese[key]));
    }

    [Fact]
    public void Every_reason_that_needs_a_person_says_what_happened_and_what_to_do()
    {
        var missing = Reasons
            .All.Except(Untold)
            .SelectMany(reason => new[] { $"Alert.{reason}.What", $"Alert.{reason}.Next" })
            .Except(Entries(CultureInfo.InvariantCulture).Keys);

        Assert.Empty(missing);
    }

    private static Dictionary<string, string> Entries(CultureInfo culture) =>
        Resources
            .GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static int Most(string text) =>
        Placeholder()
            .Matches(text)
            .Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) + 1)
            .DefaultIfEmpty(0)
            .Max();

    [GeneratedRegex(@"\{(\d)\}")]
    private static partial Regex Placeholder();
}
