using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;

namespace Bot.Chat.Tests;

public partial class TextsTests
{
    private static readonly ResourceManager Resources = new("Bot.Chat.Texts", typeof(Texts).Assembly);

    [Fact]
    public void Both_languages_have_the_same_keys_and_no_empty_text()
    {
        var english = Entries(CultureInfo.InvariantCulture);
        var japanese = Entries(CultureInfo.GetCultureInfo("ja"));
        Assert.Equal(english.Keys.Order(), japanese.Keys.Order());
        Assert.DoesNotContain(english.Concat(japanese), entry => entry.Value.Length == 0);
    }

    [Fact]
    public void Both_languages_are_given_the_same_values_to_fill_in()
    {
        var japanese = Entries(CultureInfo.GetCultureInfo("ja"));
        foreach (var (key, english) in Entries(CultureInfo.InvariantCulture))
        {
            // Date formats pick from their parts, and a language may omit some.
            var most = key.StartsWith("Day", StringComparison.Ordinal) || key is "FullDay" or "Month" ? 4 : Placeholders(english);
            Assert.True(Placeholders(japanese[key]) <= most, key);
        }
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("ja-JP")]
    [InlineData("tr-TR")]
    public void The_language_is_the_locale_asked_for_whatever_the_threads_culture(string culture)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal("資金調達", Texts.In(Locale.Japanese)["ButtonFunding"]);
            Assert.Equal("Funding", Texts.In(Locale.English)["ButtonFunding"]);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    [Fact]
    public void A_key_that_is_not_there_is_an_error_of_the_program() =>
        Assert.Throws<MissingManifestResourceException>(() => Texts.In(Locale.Japanese)["NoSuchKey"]);

    [Fact]
    public void Sentences_of_the_bot_have_no_exclamation_mark()
    {
        Assert.DoesNotContain(Entries(CultureInfo.InvariantCulture).Values, text => text.Contains('!', StringComparison.Ordinal));
        Assert.DoesNotContain(Entries(CultureInfo.GetCultureInfo("ja")).Values, text => text.IndexOfAny(['!', '！']) >= 0);
    }

    private static Dictionary<string, string> Entries(CultureInfo culture) =>
        Resources
            .GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);

    private static int Placeholders(string text) =>
        Hole().Matches(text).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).DefaultIfEmpty(-1).Max();

    [GeneratedRegex(@"\{(\d)\}")]
    private static partial Regex Hole();
}
