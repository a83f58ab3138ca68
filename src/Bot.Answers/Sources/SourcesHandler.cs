using System.Globalization;
using Bot.Answers.Arguments;
using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Bot.Posts;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Answers.Sources;

/// <summary>
/// <c>/sources [NUMBER|DATE]</c>: where the newest briefing, or that of a day, has its statements from, and which of them
/// rest on one source alone.
/// </summary>
public sealed class SourcesHandler(
    SeriesCatalogue access,
    AskedEditions editions,
    BriefingQueries briefings,
    EmptyArchive nothing,
    ReferenceQueries references,
    ItemQueries items,
    TimeProvider clock
) : ICommandHandler
{
    public const string Name = "sources";

    private const int PageSize = 20;

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (access.AskedBy(call) is not { } series)
        {
            return OtherBriefings.NothingToAsk(call);
        }

        var newest = await briefings.NewestAsync(series.Key, onOrBefore: null, cancellationToken);
        if (newest is null)
        {
            return await nothing.AnswerAsync(new AnswerFrame(call, series, clock), cancellationToken);
        }

        // What is typed is newer than what the button was pinned to.
        var (text, edition) = await editions.ReadAsync(call.Text, series, call.Date, cancellationToken);
        var arguments = SourcesArguments.Parse(text, new TimeArgument(access.TodayOf(series), newest.Date));
        var days = arguments.Days ?? (call.Date is { } pinned ? DateSpan.Of(pinned) : null);
        var frame = new AnswerFrame(
            call with
            {
                Text = arguments.Text,
                Date = days is { IsDay: true } day ? day.From : null,
            },
            series,
            clock
        );
        if (arguments.Unreadable is { } unreadable)
        {
            return frame.Reply(
                [
                    AnswerFrame.First(frame.Texts.Of(AnswerText.SourcesUnreadable, AskedText.Shown(unreadable))),
                    frame.Times(),
                    frame.Example($"{Name} 1"),
                ],
                ListButton(frame, newest)
            );
        }

        var briefing =
            days is null && edition.Length == 0
                ? newest
                : await briefings.AskedAsync(series.Key, days ?? DateSpan.Of(newest.Date), edition, cancellationToken);
        if (briefing is null)
        {
            var held = await briefings.HeldAsync(series.Key, OtherBriefings.MostHeld, cancellationToken);
            return OtherBriefings.NoBriefing(frame, days ?? DateSpan.Of(newest.Date), newest, held, Name, AnswerText.SourcesOfDay);
        }

        var all = await references.OfBriefingAsync(briefing.Id, cancellationToken);
        var evidence = new EvidenceLines(frame, await Evidence.LoadAsync(items, briefing.Id, all, cancellationToken));
        return arguments.Number is { } number
            ? One(frame, briefing, all, evidence, number)
            : All(frame, briefing, all, evidence, arguments.Skip);
    }

    private static Reply One(AnswerFrame frame, ArchivedBriefing briefing, IReadOnlyList<Reference> all, EvidenceLines evidence, int number)
    {
        var found = all.Where(reference => reference.Number == number).ToList();
        return found.Count == 0
            ? frame.Reply(
                [AnswerFrame.First(frame.Texts.Of(AnswerText.SourceUnknown, frame.Day(briefing), number))],
                ListButton(frame, briefing)
            )
            : frame.OfDay(
                briefing,
                frame.Reply(
                    [
                        .. found.SelectMany(reference => evidence.InFull(reference).Prepend(Nodes.Paragraph(Line(frame, reference)))),
                        frame.From(briefing),
                    ],
                    ListButton(frame, briefing)
                )
            );
    }

    private static Reply All(AnswerFrame frame, ArchivedBriefing briefing, IReadOnlyList<Reference> all, EvidenceLines evidence, int skip)
    {
        var day = frame.Day(briefing);
        if (all.Count == 0)
        {
            return frame.Reply(
                [AnswerFrame.First(frame.Texts.Of(AnswerText.SourcesNone, day))],
                frame.DayButton(AnswerText.FundingOfDay, "funding", briefing)
            );
        }

        skip = skip < all.Count ? skip : 0;
        var shown = all.Skip(skip).Take(PageSize).ToList();
        var blocks = new List<Block>
        {
            AnswerFrame.First(frame.Texts.Counted(AnswerText.SourcesOne, AnswerText.SourcesMany, all.Count, day)),
        };
        if (briefing.IsSample)
        {
            blocks.Add(Nodes.Small(frame.Texts[AnswerText.Sample]));
        }

        blocks.AddRange(
            shown.Select(reference =>
                Nodes.Role(
                    BlockRole.Card,
                    AnswerFrame.Lines([
                        [.. Line(frame, reference)],
                        evidence.InList(reference),
                    ])
                )
            )
        );
        blocks.Add(evidence.Counts());
        var next = skip + shown.Count;
        return frame.OfDay(
            briefing,
            next < all.Count
                ? frame.Reply(
                    blocks,
                    frame.Button(
                        frame.Texts[AnswerText.More],
                        Name,
                        string.Create(CultureInfo.InvariantCulture, $"+{next} {EditionNames.Argument(briefing.Date, briefing.Edition)}")
                            .TrimEnd(),
                        briefing.Date
                    )
                )
                : frame.Reply(blocks)
        );
    }

    /// <summary>8 CNBC: Title (date), the title a link; an entry that could not be parsed is shown whole.</summary>
    private static IEnumerable<Inline> Line(AnswerFrame frame, Reference reference)
    {
        var number = reference.Number is { } known ? known.ToString(CultureInfo.InvariantCulture) + " " : "";
        if (reference.Title is not { } title)
        {
            return [Nodes.Text(number), Linked(reference, Invisible.Drop(reference.Text))];
        }

        var publisher = reference.Publisher is { } name ? Invisible.Drop(name) + frame.Texts[AnswerText.Colon] : "";
        var date = reference.Date is { } day ? $" ({Dates.Written(day, frame.Texts.Locale, frame.Dates.Form)})" : "";
        return [Nodes.Text(number + publisher), Linked(reference, Invisible.Drop(title)), Nodes.Text(date)];
    }

    private static Inline Linked(Reference reference, string words) =>
        SafeUrl.Of(reference.Url) is { } url ? Nodes.Link(url, words) : Nodes.Text(words);

    private static Button ListButton(AnswerFrame frame, ArchivedBriefing briefing) =>
        frame.DayButton(AnswerText.SourcesOfDay, Name, briefing);
}
