using System.Globalization;
using Bot.Briefings;
using Bot.Briefings.Inspection;
using Bot.Chat;

namespace Bot.Intake.Holding;

/// <summary>Holds a briefing if less of it was understood than its series requires.</summary>
public static class GateRule
{
    /// <summary>Why the briefing is held; null if the series has no gate or the briefing passes it.</summary>
    public static Hold? Judge(Series of, BriefingReading reading, BriefingKey key)
    {
        ArgumentNullException.ThrowIfNull(of);
        var shortfalls = Shortfalls(of.Gate, Understanding.Of(reading)).ToList();
        return shortfalls.Count == 0
            ? null
            : new(
                HoldReason.Gate,
                new(
                    IntakeTexts
                        .Both(
                            "Held.Gate",
                            key.Arguments,
                            string.Join(IntakeTexts.Both("Separator").Japanese, shortfalls.Select(text => text.Japanese))
                        )
                        .Japanese,
                    IntakeTexts
                        .Both(
                            "Held.Gate",
                            key.Arguments,
                            string.Join(IntakeTexts.Both("Separator").English, shortfalls.Select(text => text.English))
                        )
                        .English
                )
            );
    }

    private static IEnumerable<LocalizedText> Shortfalls(SeriesGate gate, Understanding understood)
    {
        if (understood.Sections < gate.LeastSections)
        {
            yield return IntakeTexts.Both("Gate.Sections", understood.Sections, gate.LeastSections);
        }

        if (understood.Share < gate.LeastUnderstood)
        {
            yield return IntakeTexts.Both("Gate.Understood", Percent(understood.Share), Percent(gate.LeastUnderstood));
        }

        if (understood.Unresolved > gate.MostUnresolved)
        {
            yield return IntakeTexts.Both("Gate.Unresolved", understood.Unresolved, gate.MostUnresolved);
        }
    }

    /// <summary>Rounded down, so that a value below the threshold is never shown as enough.</summary>
    private static string Percent(double share) => Math.Floor(share * 100).ToString(CultureInfo.InvariantCulture);
}
