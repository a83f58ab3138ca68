namespace Bot.Delivery.Schedules;

/// <summary>Calendars of holidays that schedules may name, beside Japan's.</summary>
public sealed class HolidayOptions
{
    public const string Section = "Holidays";

    /// <summary>Name in schedules (lower-case letters, digits and hyphens) → path of an iCalendar file.</summary>
    public IDictionary<string, string> Calendars { get; init; } = new Dictionary<string, string>();

    /// <summary>Each problem with its key; empty if there are none.</summary>
    public IEnumerable<(string Key, Chat.LocalizedText Problem)> Problems()
    {
        foreach (var (name, path) in Calendars)
        {
            if (name == HolidayCalendars.Japan)
            {
                yield return ($"{nameof(Calendars)}:{name}", DeliveryTexts.Both("Holidays.NameTaken", name));
            }
            else if (
                name.Length is 0 or > 32
                || !name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
            )
            {
                yield return ($"{nameof(Calendars)}:{name}", DeliveryTexts.Both("Holidays.BadName"));
            }

            if (string.IsNullOrWhiteSpace(path))
            {
                yield return ($"{nameof(Calendars)}:{name}", DeliveryTexts.Both("Holidays.NoPath"));
            }
        }
    }
}
