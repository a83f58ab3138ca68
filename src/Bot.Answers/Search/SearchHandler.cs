using Bot.Answers.Arguments;
using Bot.Answers.Items;
using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Archive.Entities;
using Bot.Archive.Queries;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Trees;
using Markdig.Syntax;

namespace Bot.Answers.Search;

/// <summary>
/// <c>/search WORDS or FILTER [SINCE]</c>: full text over all briefings and the columns of their items, the best match first, with the
/// passage.
/// </summary>
public sealed class SearchHandler(
    SeriesCatalogue access,
    AskedTimes times,
    AskedFilters filters,
    BriefingQueries briefings,
    EmptyArchive nothing,
    ItemQueries items,
    ReferenceQueries references,
    TimeProvider clock
) : ICommandHandler
{
    public const string Name = "search";

    private static readonly ItemKind[] Kinds = [.. Enum.GetValues<ItemKind>().Where(kind => kind != ItemKind.Reference)];

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (access.AskedBy(call) is not { } series)
        {
            return OtherBriefings.NothingToAsk(call);
        }

        var arguments = await ItemListArguments.ParseAsync(call.Text, series, times, filters, cancellationToken);
        var (frame, days) = AnswerFrame.Of(call, arguments.Text, arguments.Days, series, clock);
        if (await briefings.NewestAsync(series.Key, onOrBefore: null, cancellationToken) is not { } newest)
        {
            return await nothing.AnswerAsync(frame, cancellationToken);
        }

        if (arguments.Error is { } error)
        {
            return frame.Misread(error, arguments.Words, Name);
        }

        if (arguments.Query is not { } query)
        {
            return Unreadable(frame, arguments);
        }

        var found = (await items.SearchAsync(series.Key, query, Kinds, days, cancellationToken))
            .OrderByDescending(one => one.Match.Score)
            .ThenByDescending(one => one.Item.Briefing.Date)
            .ThenBy(one => one.Item.Id)
            .ToList();
        var skip = arguments.Skip < found.Count ? arguments.Skip : 0;
        var shown = found.Skip(skip).Take(ItemList.PageSize).ToList();
        var reply =
            found.Count == 0 ? None(frame, arguments) : await ListAsync(frame, arguments, shown, skip, found.Count, cancellationToken);
        return frame.IsBounded ? reply : frame.UpTo(newest.Date, reply);
    }

    private async Task<Reply> ListAsync(
        AnswerFrame frame,
        ItemListArguments arguments,
        List<FoundItem> shown,
        int skip,
        int total,
        CancellationToken cancellationToken
    )
    {
        var rows = await ItemRows.LoadAsync(references, frame, shown.Select(one => one.Item), cancellationToken);
        var blocks = new List<Block>
        {
            AnswerFrame.First(
                frame.Texts.Counted(AnswerText.SearchOne, AnswerText.SearchMany, total, AskedText.Shown(arguments.Words))
                    + frame.Part(skip, shown.Count, total)
            ),
        };
        blocks.AddRange(arguments.SpellingsNote(frame));
        blocks.AddRange(frame.SampleNote(shown.Select(one => one.Item.Briefing)));
        blocks.AddRange(shown.Select(one => rows.Card(one.Item, one.Match, namesSection: true)));
        var buttons = new List<Button>();
        if (skip + shown.Count < total)
        {
            buttons.Add(frame.Button(frame.Texts[AnswerText.More], Name, (arguments with { Skip = skip }).Next(shown.Count), frame.Date));
        }

        buttons.AddRange(
            shown
                .Select(one => one.Item.Briefing)
                .DistinctBy(briefing => briefing.Id)
                .Select(briefing => frame.DayButton(AnswerText.BriefingOfDay, "briefing", briefing))
        );
        return frame.Reply(blocks, buttons);
    }

    private static Reply None(AnswerFrame frame, ItemListArguments arguments) =>
        frame.Reply(
            [
                AnswerFrame.First(frame.Texts.Of(AnswerText.SearchNone, AskedText.Shown(arguments.Words))),
                .. arguments.Days is { } days ? [Nodes.Small(frame.Dates.Span(days))] : Array.Empty<Block>(),
                Nodes.Small(frame.Texts[AnswerText.SearchGrammar]),
            ],
            frame.Button(frame.Typed("news"), "news", "", date: null)
        );

    private static Reply Unreadable(AnswerFrame frame, ItemListArguments arguments) =>
        frame.Reply(
            [
                AnswerFrame.First(
                    arguments.Words.Length == 0
                        ? frame.Texts[AnswerText.SearchWhat]
                        : frame.Texts.Of(AnswerText.WordsUnreadable, AskedText.Shown(arguments.Words))
                ),
                Nodes.Small(frame.Texts[AnswerText.SearchGrammar]),
            ],
            frame.Button(frame.Typed("news"), "news", "", date: null)
        ) with
        {
            Succeeded = arguments.Words.Length == 0,
        };
}
