using System.Globalization;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Chat.Trees;

namespace Bot.Posts.Corrections;

/// <summary>The small lines under a heading that say what was corrected, newest last.</summary>
internal static class CorrectionBlock
{
    private const int MostLines = 3;
    private const int MostChanges = 3;
    private const int LongestChange = 240;

    /// <summary>Null if nothing was corrected in this post.</summary>
    public static RoleBlock? For(string section, ComposeContext context) =>
        context.Corrections.TryGetValue(section, out var corrections) && corrections.Count > 0
            ? Nodes.Role(
                BlockRole.Correction,
                Earlier(corrections.Count - MostLines, context)
                    .Concat(corrections.TakeLast(MostLines).Select(correction => Line(correction, context)))
                    .Select(line => Nodes.Paragraph(line))
            )
            : null;

    /// <summary>What no line of its own says is counted.</summary>
    private static IEnumerable<string> Earlier(int count, ComposeContext context) =>
        count > 0 ? [Texts.In(context.Locale).Count("CorrectionEarlier", count)] : [];

    /// <summary><c>✏️ 訂正 1/6 10:20 xAI 調達額: 200億ドル → 230億ドル</c>.</summary>
    private static string Line(Correction correction, ComposeContext context)
    {
        var texts = Texts.In(context.Locale);
        var local = TimeZoneInfo.ConvertTime(correction.At, context.Zone);
        var day = Dates.Short(DateOnly.FromDateTime(local.DateTime), context.Today, context.Locale, context.DateForm);
        var changes = correction.Changes.Take(MostChanges).Select(change => Graphemes.Cut(Invisible.Drop(change), LongestChange)).ToList();
        if (correction.Changes.Count > MostChanges)
        {
            changes.Add(texts.Format("CorrectionMore", correction.Changes.Count - MostChanges));
        }

        var line = texts.Format(
            "Correction",
            $"{day} {local.ToString("H:mm", CultureInfo.InvariantCulture)}",
            string.Join(texts.Separator, changes)
        );
        return correction.Reason is { } reason
            ? texts.Format("CorrectionReason", line, Graphemes.Cut(Invisible.Drop(reason), LongestChange))
            : line;
    }
}
