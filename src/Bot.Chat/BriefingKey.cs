using System.Globalization;

namespace Bot.Chat;

/// <summary>Identifies a briefing.</summary>
/// <param name="Series"><see cref="Series.Key"/>.</param>
/// <param name="Date">The day it covers.</param>
/// <param name="Edition">
/// Empty, or the word that distinguishes it from others of the same day: <c>evening</c>. At most 32 characters.
/// </param>
public readonly record struct BriefingKey(string Series, DateOnly Date, string Edition = "")
{
    /// <summary>Date and edition as used in addresses and commands: <c>2026-01-06</c>, <c>2026-01-06/evening</c>.</summary>
    public string Day => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + (Edition.Length == 0 ? "" : "/" + Edition);

    /// <summary>As arguments of <c>confirm</c>: <c>us-ai 2026-01-06</c>, <c>us-ai 2026-01-06 --edition evening</c>.</summary>
    public string Arguments =>
        $"{Series} {Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" + (Edition.Length == 0 ? "" : " --edition " + Edition);

    public override string ToString() => $"{Series} {Day}";
}
