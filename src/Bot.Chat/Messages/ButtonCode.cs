using System.Globalization;

namespace Bot.Chat.Messages;

/// <summary>
/// Encodes a button as text that a platform stores and returns when it is pressed: <c>1a|funding|us-ai|20260106|xai</c>.
/// The code is self-contained, so buttons keep working however old the post is.
/// </summary>
public static class ButtonCode
{
    // The format's version. Later versions must still read this one.
    private const char Version = '1';
    private const char Separator = '|';

    // Prefix of a day: that day and all before it.
    private const string UpTo = "-";

    /// <summary>
    /// Null if the code would exceed the platform's limit: then there is no button, because a shortened one would answer
    /// something else.
    /// </summary>
    /// <param name="most">
    /// Limit in Unicode code points, and at most twice as many UTF-16 units: Discord's custom_id 100, Slack's value 2000.
    /// </param>
    public static string? Encode(Button button, int most)
    {
        ArgumentNullException.ThrowIfNull(button);
        var date = (button is { UpTo: true, Date: not null } ? UpTo : "") + button.Date?.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var code =
            $"{Version}{(button.Action == ButtonAction.Share ? 's' : 'a')}|{button.Command}|{button.Series}|{date}|{button.Arguments}";
        return code.EnumerateRunes().Count() <= most ? code : null;
    }

    /// <summary>The button without its label; null if the text is not one of our codes.</summary>
    public static Button? Decode(string? code)
    {
        if (code is not [Version, ('a' or 's') and var action, Separator, ..])
        {
            return null;
        }

        var fields = code[3..].Split(Separator, 4);
        if (fields.Length != 4 || fields[0].Length == 0)
        {
            return null;
        }

        DateOnly? date = null;
        var isUpTo = fields[2].StartsWith(UpTo, StringComparison.Ordinal);
        if (fields[2].Length > 0)
        {
            if (
                !DateOnly.TryParseExact(
                    fields[2].AsSpan(isUpTo ? UpTo.Length : 0),
                    "yyyyMMdd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                )
            )
            {
                return null;
            }

            date = day;
        }

        return new Button("", fields[0], fields[3], fields[1], date)
        {
            Action = action == 's' ? ButtonAction.Share : ButtonAction.Ask,
            UpTo = isUpTo,
        };
    }
}
