using Bot.Chat.Text;
using Bot.Slack.Api;

namespace Bot.Slack.Rendering.BlockKit;

internal static class RichTextRuns
{
    /// <summary>Splits a run between graphemes to fit the length of a text; usually returns just the run.</summary>
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
