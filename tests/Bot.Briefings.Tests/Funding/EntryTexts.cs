using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Briefings.Entries;

namespace Bot.Briefings.Tests.Funding;

/// <summary>Entries for tests from text in which [3] is a citation and ** begins and ends bold.</summary>
internal static partial class EntryTexts
{
    public static EntryText Of(string written)
    {
        var text = new StringBuilder();
        var (cited, bold) = (new List<CitationMark>(), new List<TextRange>());
        int? open = null;
        foreach (Match part in Parts().Matches(written.Trim()))
        {
            if (part.Groups["number"] is { Success: true } number)
            {
                cited.Add(new CitationMark(text.Length, int.Parse(number.Value, CultureInfo.InvariantCulture)));
            }
            else if (part.Value == "**")
            {
                if (open is { } start)
                {
                    bold.Add(new TextRange(start, text.Length));
                }

                open = open is null ? text.Length : null;
            }
            else
            {
                text.Append(part.Value);
            }
        }

        return new EntryText(text.ToString(), cited, bold);
    }

    public static EntryText Plain(string text) => new(text, [], []);

    public static OutlineEntry Entry(EntryText head, EntryText body) =>
        new(
            EntryForm.ListItem,
            head,
            body,
            [],
            [],
            [.. head.Citations.Concat(body.Citations).Select(mark => mark.Number).Distinct()],
            default,
            head.Text + "\n" + body.Text
        )
        {
            Whole = new EntryText(head.Text + "\n" + body.Text, [], []),
        };

    [GeneratedRegex(@"\s*\[(?<number>\d+)\]|\*\*|.", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Parts();
}
