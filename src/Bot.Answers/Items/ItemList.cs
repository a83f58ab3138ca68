using Bot.Answers.Arguments;
using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Archive.Entities;
using Bot.Archive.Queries;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Markdig.Syntax;

namespace Bot.Answers.Items;

/// <summary>
/// Lists items of some kinds, newest first, in pages; of a search those that satisfy it, with the passage. One that is alone is shown as
/// its author wrote it.
/// </summary>
public sealed class ItemList(
    SeriesCatalogue access,
    AskedTimes times,
    AskedFilters filters,
    BriefingQueries briefings,
    EmptyArchive nothing,
    ReadModel model,
    ItemQueries items,
    ReferenceQueries references,
    TimeProvider clock
)
{
    public const int PageSize = 10;

    /// <summary>An item as objects, roughly.</summary>
    private const int FoundBytes = 4_000;

    /// <param name="command">Name of the command that lists them.</param>
    public async Task<Reply> AnswerAsync(
        CommandCall call,
        string command,
        IReadOnlyCollection<ItemKind> kinds,
        ItemListTexts texts,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(texts);
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
            return frame.Misread(error, arguments.Words, command);
        }

        if (arguments.Words.Length > 0 && arguments.Query is null)
        {
            return frame.Reply(
                [AnswerFrame.First(frame.Texts.Of(AnswerText.WordsUnreadable, AskedText.Shown(arguments.Words))), frame.Example(command)],
                frame.Button($"/{command}", command, "", date: null)
            ) with
            {
                Succeeded = false,
            };
        }

        var (found, total) = await FindAsync(series.Key, kinds, arguments, days, cancellationToken);
        if (found.Count == 0)
        {
            return arguments.Skip > 0
                ? await AnswerAsync(call with { Text = (arguments with { Skip = 0 }).Text }, command, kinds, texts, cancellationToken)
                : None(frame, command, texts, arguments, newest);
        }

        var shown = found.Take(PageSize).ToList();
        var rows = await ItemRows.LoadAsync(references, frame, shown.Select(one => one.Item), cancellationToken);
        var blocks = new List<Block> { AnswerFrame.First(First(frame, texts, arguments, shown.Count, total)) };
        blocks.AddRange(arguments.SpellingsNote(frame));
        blocks.AddRange(frame.SampleNote(shown.Select(one => one.Item.Briefing)));
        if (found.Count == 1 && arguments.Skip == 0)
        {
            blocks.AddRange(rows.Whole(shown[0].Item));
        }
        else
        {
            blocks.AddRange(shown.Select(one => rows.Card(one.Item, arguments.Query is null ? null : one.Match, kinds.Count > 2)));
        }

        var buttons = new List<Button>();
        if (found.Count > shown.Count)
        {
            buttons.Add(frame.Button(frame.Texts[AnswerText.More], command, arguments.Next(shown.Count), frame.Date));
        }

        buttons.AddRange(
            shown
                .Select(one => one.Item.Briefing)
                .DistinctBy(briefing => briefing.Id)
                .Select(briefing => frame.DayButton(AnswerText.BriefingOfDay, "briefing", briefing))
        );
        var reply = frame.Reply(blocks, buttons);
        return frame.IsBounded ? reply : frame.UpTo(newest.Date, reply);
    }

    /// <summary>One more than a page, if there are more; and how many in all, if that is known.</summary>
    private async Task<(IReadOnlyList<FoundItem> Found, int? Total)> FindAsync(
        string series,
        IReadOnlyCollection<ItemKind> kinds,
        ItemListArguments arguments,
        DateSpan days,
        CancellationToken cancellationToken
    )
    {
        if (arguments.Query is not { } query)
        {
            var page = await items.OfKindsAsync(series, kinds, days, arguments.Skip, PageSize + 1, cancellationToken);
            return ([.. page.Select(item => new FoundItem(item, default))], null);
        }

        var found = await model.KeptAsync(
            ("found", series, arguments.Words, string.Join(' ', kinds), days),
            () => items.SearchAsync(series, query, kinds, days, cancellationToken),
            all => FoundBytes * (1 + all.Count)
        );
        return ([.. found.Skip(arguments.Skip).Take(PageSize + 1)], found.Count);
    }

    private static string First(AnswerFrame frame, ItemListTexts texts, ItemListArguments arguments, int shown, int? total)
    {
        var words = AskedText.Shown(arguments.Words);
        var part = frame.Texts.Aside(frame.Texts.Of(AnswerText.FundingPart, arguments.Skip + 1, arguments.Skip + shown));
        return total is { } all
            ? frame.Texts.Counted(texts.FoundOne, texts.FoundMany, all, words) + frame.Part(arguments.Skip, shown, all)
            : frame.Texts[texts.Latest]
                + (arguments.Days is { } days ? frame.Texts.Aside(frame.Dates.Span(days)) : "")
                + (arguments.Skip > 0 || shown == PageSize ? part : "");
    }

    private static Reply None(AnswerFrame frame, string command, ItemListTexts texts, ItemListArguments arguments, ArchivedBriefing newest)
    {
        var asked = new List<string>();
        if (arguments.Words.Length > 0)
        {
            asked.Add(AskedText.Shown(arguments.Words));
        }

        if (arguments.Days is { } days)
        {
            asked.Add(frame.Dates.Span(days));
        }

        return frame.Reply(
            [AnswerFrame.First(frame.Texts.Of(texts.None, string.Join(frame.Texts.Shared.Separator, asked))), frame.Example(command)],
            frame.Button(frame.Typed(command), command, "", date: null),
            frame.DayButton(AnswerText.BriefingOfDay, "briefing", newest)
        );
    }
}
