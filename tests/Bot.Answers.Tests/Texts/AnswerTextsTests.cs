using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Answers.Texts;
using Bot.Chat;

namespace Bot.Answers.Tests.Texts;

public sealed partial class AnswerTextsTests
{
    [Theory]
    [InlineData(Locale.Japanese)]
    [InlineData(Locale.English)]
    public void Every_text_stands_in_both_languages(Locale locale) =>
        Assert.All(Enum.GetValues<AnswerText>(), text => Assert.NotEmpty(AnswerTexts.In(locale)[text]));

    [Fact]
    public void Both_languages_fill_in_the_same_places()
    {
        foreach (var text in Enum.GetValues<AnswerText>())
        {
            Assert.Equal(Places(AnswerTexts.In(Locale.Japanese)[text]), Places(AnswerTexts.In(Locale.English)[text]));
        }
    }

    [Fact]
    public void The_language_is_the_calls_and_never_the_threads()
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ja-JP");
            Assert.Equal("More", AnswerTexts.In(Locale.English)[AnswerText.More]);
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
            Assert.Equal("続き", AnswerTexts.In(Locale.Japanese)[AnswerText.More]);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    private static IEnumerable<string> Places(string text) =>
        Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
