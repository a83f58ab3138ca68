using System.Buffers;
using Bot.Briefings.Entries;
using Bot.Briefings.Model;
using Bot.Briefings.Outlines;
using Bot.Briefings.Reading;

namespace Bot.Briefings.Outlooks;

/// <summary>Outlooks from entries that open with a horizon's label.</summary>
internal static class OutlookReader
{
    private static readonly SearchValues<char> Openers = SearchValues.Create("「『“\"（( ");

    public static IEnumerable<Outlook> Read(OutlineSection section, ReadingContext context, DateOnly? day) =>
        section.Entries.Select(entry => Read(entry, section, context, day)).OfType<Outlook>();

    private static Outlook? Read(OutlineEntry entry, OutlineSection section, ReadingContext context, DateOnly? day)
    {
        var whole = entry.Whole;
        if (HorizonLabel.Of(whole, context.Vocabulary, day?.Year) is not { } label)
        {
            return null;
        }

        // If a sub-heading or cell continues after the label, it says in other words what follows.
        var line = whole.Text.IndexOf('\n') is >= 0 and var end ? end : whole.Text.Length;
        var ownLine =
            entry.Form is EntryForm.SubHeading or EntryForm.TableRow || (line < whole.Text.Length && IsBoldLine(whole, line, label.End));
        var start = ownLine ? Math.Max(label.End, line) : label.End;
        var said = ownLine && label.End < line ? whole.Slice(label.End, line).Text : "";
        var text = whole.Slice(Math.Min(start, whole.Text.Length), whole.Text.Length);
        var (from, to) = day is { } date && label.Duration is { } duration ? duration.Window(date) : (null, null);
        return new Outlook
        {
            SectionOrder = section.Order,
            Horizon = label.Horizon,
            Label = label.Text,
            Headline = said.Length > 0 && entry.Form != EntryForm.TableRow ? said : OpeningBold(text),
            Text = text.Text.Length == 0 ? said : text.Line,
            FromYears = label.Duration?.From,
            ToYears = label.Duration?.To,
            From = from,
            To = to,
            Citations = entry.Citations,
            Position = entry.Position,
            Markdown = entry.Markdown,
            Body = Body(entry, text, context),
        };
    }

    /// <summary>**短期：上場の再挑戦**, then its text: a bold line that goes on after its label is read like a sub-heading.</summary>
    private static bool IsBoldLine(EntryText whole, int line, int label) =>
        whole.Bold is [var run, ..] && run.Start < label && run.End > label && run.End >= whole.Text.AsSpan(0, line).TrimEnd().Length;

    /// <summary>The bold phrase that opens a text, without its colon.</summary>
    private static string? OpeningBold(EntryText text)
    {
        if (text.Bold is not [var run, ..] || text.Text.AsSpan(0, Math.Min(run.Start, text.Text.Length)).ContainsAnyExcept(Openers))
        {
            return null;
        }

        var phrase = OpeningWords.TrimLabel(text.Slice(run.Start, run.End).Line);
        return phrase.Length == 0 ? null : phrase;
    }

    private static string Body(OutlineEntry entry, EntryText text, ReadingContext context)
    {
        if (entry.Form == EntryForm.TableRow)
        {
            return string.Join(" ", entry.Cells.Skip(1).Select(cell => cell.Text));
        }

        if (text.Text.Length == 0 || text.SourceAt(0) is not (>= 0 and var start))
        {
            return "";
        }

        // Include marks that open the text before its first letter.
        while (start > 0 && context.Source[start - 1] is '*' or '_' or '`' or '[')
        {
            start--;
        }

        if (
            context.Source.AsSpan(context.Map.LineStart(start), start - context.Map.LineStart(start)).TrimStart() is [.., ' '] marker
            && IsMarker(marker)
        )
        {
            start = context.Map.LineStart(start);
        }

        return context.Slice(start, entry.SourceEnd);
    }

    private static bool IsMarker(ReadOnlySpan<char> text) =>
        text.Trim() is "-" or "*" or "+" || (text.Trim() is [.., '.' or ')'] number && !number[..^1].ContainsAnyExceptInRange('0', '9'));
}
