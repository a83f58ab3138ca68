using System.Globalization;

namespace Bot.Chat.Messages;

/// <summary>
/// A button as the text that a platform keeps for it and gives back when it is pressed:
/// <c>1a|funding|us-ai|20260106|xai</c>. It says all that is needed, so a post's buttons work however old it is.
/// </summary>
public static class ButtonCode
{
    // The format's version: a later one must still read this.
    private const char Version = '1';
    private const char Separator = '|';

    // Before a day: that one and all before it.
    private const string UpTo = "-";

    /// <summary>Null when the code would be longer than the platform allows: then there is no button, as a shortened one would answer something else.</summary>
    /// <param name="most">Unicode code points, and never more UTF-16 units than twice that: Discord's custom_id 100, Slack's value 2000.</param>
    public static string? Encode(Button button, int most)
    {
        ArgumentNullException.ThrowIfNull(button);
        var date = (button is { UpTo: true, Date: not null } ? UpTo : "") + button.Date?.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var code = $"{Version}{(button.Action == ButtonAction.Share ? 's' : 'a')}|{button.Command}|{button.Series}|{date}|{button.Arguments}";
        return code.EnumerateRunes().Count() <= most ? code : null;
    }

    /// <summary>The button without its label; null if the text is no code of ours.</summary>
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
            if (!DateOnly.TryParseExact(fields[2].AsSpan(isUpTo ? UpTo.Length : 0), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return null;
            }

            date = day;
        }

        return new Button("", fields[0], fields[3], fields[1], date) { Action = action == 's' ? ButtonAction.Share : ButtonAction.Ask, UpTo = isUpTo };
    }
}
