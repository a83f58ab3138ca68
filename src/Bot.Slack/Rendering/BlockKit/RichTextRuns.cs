using Bot.Chat.Text;
using Bot.Slack.Api;

namespace Bot.Slack.Rendering.BlockKit;

internal static class RichTextRuns
{
    /// <summary>A run as several that keep to the length of a text, cut between graphemes; nearly always itself.</summary>
    public static IReadOnlyList<RichTextRun> Cut(RichTextRun run)
    {
        if (run.Text.Length <= SlackLimits.Text)
        {
            return [run];
        }

        var parts = new List<RichTextRun>();
        var (start, last) = (0, 0);
        foreach (var end in Graphemes.Boundaries(run.Text))
        {
            if (end - start > SlackLimits.Text && last > start)
            {
                parts.Add(run with { Text = run.Text[start..last] });
                start = last;
            }

            last = end;
        }

        parts.Add(run with { Text = run.Text[start..] });
        return parts;
    }
}
