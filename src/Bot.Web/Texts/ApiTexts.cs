using Bot.Chat;

namespace Bot.Web.Texts;

/// <summary>Texts of the API and of the web options, from ApiTexts.resx (English) and ApiTexts.ja.resx.</summary>
internal static class ApiTexts
{
    private static readonly LocalizedResources Resources = new("Bot.Web.Texts.ApiTexts", typeof(ApiTexts).Assembly);

    /// <inheritdoc cref="LocalizedResources.Both"/>
    public static LocalizedText Both(string key, params ReadOnlySpan<object?> values) => Resources.Both(key, values);
}
