using Bot.Chat;

namespace Bot.Archive.Setup;

/// <summary>The archive's texts for the operator, from ArchiveTexts.resx (English) and ArchiveTexts.ja.resx.</summary>
internal static class ArchiveTexts
{
    private static readonly LocalizedResources Resources = new("Bot.Archive.Setup.ArchiveTexts", typeof(ArchiveTexts).Assembly);

    /// <inheritdoc cref="LocalizedResources.Both"/>
    public static LocalizedText Both(string key, params ReadOnlySpan<object?> values) => Resources.Both(key, values);
}
