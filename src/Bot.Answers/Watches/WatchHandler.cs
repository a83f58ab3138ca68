using Bot.Answers.Arguments;
using Bot.Answers.Items;
using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Archive.Entities;
using Bot.Archive.Queries;
using Bot.Archive.Subscriptions;
using Bot.Briefings.Filters;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Filters;
using Bot.Chat.Platforms;
using Bot.Chat.Trees;
using Markdig.Syntax;

namespace Bot.Answers.Watches;

/// <summary>
/// <c>/watch WORDS or RULE</c>: tries a rule on the last days, shows what it would have found, and keeps it; what later briefings have for
/// it is told in a direct message.
/// </summary>
public sealed class WatchHandler(
    SeriesCatalogue access,
    AskedFilters filters,
    BriefingQueries briefings,
    ItemQueries items,
    ReferenceQueries references,
    WatchStore watches,
    IEnumerable<IDirectMessages> messages,
    TimeProvider clock
) : ICommandHandler
{
    public const string Name = "watch";

    /// <summary>Days on which a rule is tried.</summary>
    public const int DaysTried = 30;

    private const int MostShown = 5;

    /// <summary>Alone they end a pause; as a word to watch they stand in quotation marks.</summary>
    private static readonly IReadOnlyList<string> Resume = WordList.Of(AnswerText.WordsResume);

    private static readonly ItemKind[] Kinds =
    [
        .. Enum.GetValues<ItemKind>().Where(kind => kind is not (ItemKind.Reference or ItemKind.Text)),
    ];

    private readonly Dictionary<PlatformId, IDirectMessages> _messages = messages.ToDictionary(one => one.Platform);

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (access.AskedBy(call) is not { } series)
        {
            return OtherBriefings.NothingToAsk(call);
        }

        var frame = new AnswerFrame(call with { UpTo = false, Date = null }, series, clock);
        if (PersonalCall.OwnerOf(call) is not { } owner || !_messages.TryGetValue(call.Platform, out var direct))
        {
            return frame.Reply([AnswerFrame.First(frame.Texts[AnswerText.WatchNotHere])]);
        }

        var words = AskedText.Clean(call.Text);
        if (Resume.Contains(words.ToLowerInvariant()))
        {
            var resumed = await watches.ResumeAsync(owner, cancellationToken);
            return frame.Reply(
                [AnswerFrame.First(frame.Texts[resumed ? AnswerText.WatchResumed : AnswerText.WatchNothingPaused])],
                frame.Button(frame.Typed(WatchesHandler.Name), WatchesHandler.Name, "", date: null)
            );
        }

        var asked = await filters.ReadAsync(words, series, cancellationToken);
        if (asked.Error is { } error)
        {
            return frame.Misread(error, words, Name);
        }

        if (asked.Filter is not { Asks: true } filter || asked.Query is not { } query)
        {
            return Unreadable(frame, words);
        }

        var rule = FilterPrinter.Print(await filters.NamedAsync(filter, series.Key, cancellationToken));
        var opened = await direct.OpenAsync(call.Workspace, call.User, cancellationToken);
        if (opened.Id is not { } channel)
        {
            var problem = opened.Problem?.In(call.Locale) ?? frame.Texts[AnswerText.WatchNoAnswer];
            return frame.Reply([AnswerFrame.First(frame.Texts[AnswerText.WatchRefused]), Nodes.Small(problem)]) with { Succeeded = false };
        }

        if (await watches.AddAsync(owner, series.Key, channel, rule, call.Locale, cancellationToken) is not { } number)
        {
            return frame.Reply(
                [AnswerFrame.First(frame.Texts.Of(AnswerText.WatchTooMany, WatchStore.MostOfOne)), frame.Example(WatchesHandler.Name)],
                frame.Button(frame.Typed(WatchesHandler.Name), WatchesHandler.Name, "", date: null)
            ) with
            {
                Succeeded = false,
            };
        }

        return await SavedAsync(frame, number, asked.Filter, query, cancellationToken);
    }

    private async Task<Reply> SavedAsync(
        AnswerFrame frame,
        int number,
        Filter filter,
        Bot.Archive.Search.SearchQuery query,
        CancellationToken cancellationToken
    )
    {
        var blocks = new List<Block>
        {
            AnswerFrame.First(frame.Texts.Of(AnswerText.WatchSaved, number, AskedText.Shown(FilterText.Of(filter, frame.Texts.Locale)))),
            Nodes.Small(frame.Texts[AnswerText.WatchHow]),
        };
        if (await briefings.NewestAsync(frame.Series, onOrBefore: null, cancellationToken) is { } newest)
        {
            var tried = new DateSpan(newest.Date.AddDays(-Math.Min(DaysTried - 1, newest.Date.DayNumber)), newest.Date);
            var found = await items.SearchAsync(frame.Series, query, Kinds, tried, cancellationToken);
            var rows = await ItemRows.LoadAsync(references, frame, found.Take(MostShown).Select(one => one.Item), cancellationToken);
            blocks.Add(
                Nodes.Paragraph(
                    found.Count == 0
                        ? frame.Texts.Of(AnswerText.WatchTriedNone, DaysTried)
                        : frame.Texts.Of(AnswerText.WatchTried, DaysTried, found.Count)
                )
            );
            blocks.AddRange(found.Take(MostShown).Select(one => rows.Card(one.Item, one.Match, namesSection: true)));
        }

        return frame.Reply(
            blocks,
            frame.Button(frame.Typed(WatchesHandler.Name), WatchesHandler.Name, "", date: null),
            frame.Button(
                frame.Typed($"{UnwatchHandler.Name} {number}"),
                UnwatchHandler.Name,
                number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                date: null
            )
        );
    }

    private static Reply Unreadable(AnswerFrame frame, string words) =>
        frame.Reply(
            [
                AnswerFrame.First(
                    words.Length == 0
                        ? frame.Texts[AnswerText.WatchWhat]
                        : frame.Texts.Of(AnswerText.WordsUnreadable, AskedText.Shown(words))
                ),
                Nodes.Small(frame.Texts[AnswerText.SearchGrammar]),
                frame.Example($"{Name} stage:series-b amount>=$100M"),
            ],
            frame.Button(frame.Typed(WatchesHandler.Name), WatchesHandler.Name, "", date: null)
        );
}
