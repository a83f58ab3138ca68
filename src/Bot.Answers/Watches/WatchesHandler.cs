using System.Globalization;
using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Archive.Subscriptions;
using Bot.Briefings;
using Bot.Briefings.Filters;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Filters;
using Bot.Chat.Trees;
using Markdig.Syntax.Inlines;

namespace Bot.Answers.Watches;

/// <summary><c>/watches</c>: the caller's own watches, and what keeps one from telling.</summary>
public sealed class WatchesHandler(SeriesCatalogue access, WatchStore watches, BriefingReader reader, TimeProvider clock) : ICommandHandler
{
    public const string Name = "watches";

    private const int MostButtons = 5;

    private readonly FilterReader _rules = new(reader.Terms);

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (access.AskedBy(call) is not { } series)
        {
            return OtherBriefings.NothingToAsk(call);
        }

        var frame = new AnswerFrame(call with { UpTo = false, Date = null }, series, clock);
        return PersonalCall.OwnerOf(call) is { } owner
            ? List(frame, await watches.OfAsync(owner, cancellationToken))
            : frame.Reply([AnswerFrame.First(frame.Texts[AnswerText.WatchNotHere])]);
    }

    private Reply List(AnswerFrame frame, IReadOnlyList<Watch> own)
    {
        if (own.Count == 0)
        {
            return frame.Reply([
                AnswerFrame.First(frame.Texts[AnswerText.WatchesNone]),
                frame.Example($"{WatchHandler.Name} stage:series-b amount>=$100M"),
            ]);
        }

        var lines = new List<IReadOnlyList<Inline>>();
        foreach (var watch in own)
        {
            var rule = _rules.Read(watch.Rule).Filter is { } filter ? FilterText.Of(filter, frame.Texts.Locale) : watch.Rule;
            lines.Add([
                Nodes.Bold(Nodes.Text(watch.Number.ToString(CultureInfo.InvariantCulture))),
                Nodes.Text($" {AskedText.Clean(rule)}"),
            ]);
            if (watch.Paused is not null)
            {
                lines.Add([Nodes.Text(frame.Texts.Of(AnswerText.WatchPaused, frame.Typed($"{WatchHandler.Name} {Resume(frame)}")))]);
            }
        }

        return frame.Reply(
            [AnswerFrame.First(frame.Texts.Counted(AnswerText.WatchesOne, AnswerText.WatchesMany, own.Count)), AnswerFrame.Lines(lines)],
            (
                own.Any(watch => watch.Paused is not null)
                    ? [frame.Button(frame.Texts[AnswerText.WatchResumeLabel], WatchHandler.Name, Resume(frame), date: null)]
                    : Enumerable.Empty<Bot.Chat.Messages.Button>()
            ).Concat(
                own.Take(MostButtons)
                    .Select(watch =>
                        frame.Button(
                            frame.Typed($"{UnwatchHandler.Name} {watch.Number}"),
                            UnwatchHandler.Name,
                            watch.Number.ToString(CultureInfo.InvariantCulture),
                            date: null
                        )
                    )
            )
        );
    }

    private static string Resume(AnswerFrame frame) => frame.Texts[AnswerText.WordsResume].Split(' ')[0];
}
