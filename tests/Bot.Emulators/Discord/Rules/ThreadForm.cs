using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Rest;

namespace Bot.Emulators.Discord.Rules;

/// <remarks>https://docs.discord.com/developers/resources/channel#start-thread-from-message</remarks>
internal static class ThreadForm
{
    private static readonly int[] Durations = [60, 1440, 4320, 10080];

    /// <param name="isNew">A new thread must have a name.</param>
    /// <exception cref="RefusalException">50035.</exception>
    public static void Verify(JsonObject body, bool isNew = true)
    {
        var errors = new FormErrors();
        if (isNew || body["name"] is not null)
        {
            ComponentKinds.Length(body["name"] is { } name ? name.Text()?.Trim() ?? "" : null, 1, 100, "name", errors);
        }

        if (body["auto_archive_duration"] is { } duration && !Durations.Contains(duration.Number() ?? 0))
        {
            errors.NotIn("auto_archive_duration", 60, 1440, 4320, 10080);
        }

        if (body["rate_limit_per_user"] is { } slow && slow.Number() is not (>= 0 and <= 21600))
        {
            errors.Add("rate_limit_per_user", "NUMBER_TYPE_MAX", "int value should be less than or equal to 21600.");
        }

        if (body["applied_tags"].Items().Count() > 5)
        {
            errors.TooLong("applied_tags", 5);
        }

        errors.Verify();
    }
}
