using Bot.Answers.Arguments;
using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Archive.Search;
using Bot.Briefings.Filters;
using Bot.Chat;
using Bot.Chat.Trees;
using Markdig.Syntax;

namespace Bot.Answers.Items;

/// <summary>The text of a call that lists items: words to search for, a time, a page, in any order.</summary>
/// <param name="Words">As typed; empty: all items.</param>
/// <param name="Query">What is searched for; null without words, or if they cannot be searched for.</param>
/// <param name="Days">Null if no time was named.</param>
/// <param name="Skip">Number of items already shown.</param>
public sealed record ItemListArguments(string Words, SearchQuery? Query, DateSpan? Days, int Skip)
{
    private static readonly IReadOnlyList<string> About = [.. WordList.Of(AnswerText.AskAbout).Where(word => char.IsAscii(word[0]))];

    /// <summary>What is wrong with the words, where they have a condition on a column.</summary>
    public FilterError? Error { get; init; }

    /// <summary>Other spellings of the companies that the words name, which are searched for, too.</summary>
    public IReadOnlyList<string> Spellings { get; init; } = [];

    /// <summary>As a call's text, without a day; a span of days stands in it.</summary>
    public string Text => PageArgument.Text(Question, Skip);

    private string Question =>
        string.Join(' ', new[] { Words, Days is { IsDay: false } span ? TimeArgument.Text(span) : "" }.Where(part => part.Length > 0));

    public static async Task<ItemListArguments> ParseAsync(
        string text,
        Series series,
        AskedTimes times,
        AskedFilters filters,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(filters);
        // A phrase in quotation marks is no time.
        var words = new ArgumentWords(text);
        var skip = PageArgument.Take(words);
        var days = text.AsSpan().ContainsAny("\"\u201C\u300C") ? null : await times.TakeAsync(words, series, cancellationToken);
        var left = WithoutAbout(words.Left);
        var asked = await filters.ReadAsync(left, series, cancellationToken);
        // What is repeated later must not mean another month.
        var repeated = asked is { HasFields: true, Filter: { } filter } ? FilterPrinter.Print(filter) : left;
        return new ItemListArguments(repeated, asked.Query, days, skip) { Error = asked.Error, Spellings = asked.Spellings };
    }

    /// <summary>Whoever asks for news about something does not search for "about".</summary>
    private static string WithoutAbout(string words) =>
        About.FirstOrDefault(about => words.StartsWith(about + " ", StringComparison.OrdinalIgnoreCase)) is { } said
            ? words[(said.Length + 1)..]
            : words;

    /// <summary>Says which other spellings were searched for; nothing if there are none.</summary>
    public IEnumerable<Block> SpellingsNote(AnswerFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return Spellings.Count == 0
            ? []
            : [Nodes.Small(frame.Texts.Of(AnswerText.SearchSpellings, string.Join(frame.Texts.Shared.Separator, Spellings)))];
    }

    /// <summary>The text that asks for the next page.</summary>
    public string Next(int shown) => PageArgument.Text(Question, Skip + shown);
}
