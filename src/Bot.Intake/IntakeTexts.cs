using Bot.Chat;

namespace Bot.Intake;

/// <summary>Texts of receipts and refusals, from IntakeTexts.resx (English) and IntakeTexts.ja.resx.</summary>
internal static class IntakeTexts
{
    private static readonly LocalizedResources Resources = new("Bot.Intake.IntakeTexts", typeof(IntakeTexts).Assembly);

    /// <inheritdoc cref="LocalizedResources.Both"/>
    public static LocalizedText Both(string key, params ReadOnlySpan<object?> values) => Resources.Both(key, values);
}
