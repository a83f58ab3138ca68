using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Answers.Arguments;
using Bot.Briefings.Citations;
using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Bot.Web.Pages;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Web.Api.Answers;

/// <summary>Turns a reply, which is a message, into data.</summary>
internal static partial class AnswerComposer
{
    /// <param name="call">That was answered.</param>
    /// <param name="first">Key of the series of a call that names none.</param>
    /// <param name="page">The address of a later page: by how many entries to skip, and up to which day.</param>
    public static Answer Of(Reply reply, CommandCall call, ReadingCommand command, string first, Func<int, string?, string> page)
    {
        var pinned = reply.Answers?.Call ?? call;
        var day = reply.Message.Post?.Date ?? (pinned.UpTo ? null : pinned.Date);
        // A single briefing's list goes on in that briefing.
        var until = pinned.Date is { } last ? Dates.Iso(last) : null;
        var blocks = reply.Message.Body.Select(Block).ToList();
        return new Answer
        {
            Command = command.Name,
            Question = $"/{command.Command.Name} {pinned.Text}".TrimEnd(),
            Series = pinned.Series ?? first,
            Date = day is { } date ? Dates.Iso(date) : null,
            AsOf = pinned.UpTo ? until : null,
            Language = PageLocale.Tag(call.Locale),
            Briefings =
            [
                .. reply.Briefings.Select(key => new AnswerBriefing
                {
                    Series = key.Series,
                    Date = Dates.Iso(key.Date),
                    Edition = key.Edition,
                    Page = PageRoutes.DayOf(key),
                }),
            ],
            Summary = blocks.Count == 0 ? "" : blocks[0].Text,
            Text = TextOf(reply),
            Blocks = blocks,
            Citations = Distinct(blocks.SelectMany(block => block.Citations)),
            Next = NextSkip(reply, command) is > 0 and var skip
                ? new AnswerPage
                {
                    Skip = skip,
                    AsOf = until,
                    Href = page(skip, until),
                }
                : null,
        };
    }

    /// <summary>Without buttons, which a program does not press.</summary>
    public static string TextOf(Reply reply) => TextRenderer.Render(reply.Message with { Buttons = [] }).TrimEnd();

    /// <summary>Of the button that shows more of the same; 0 if there is none.</summary>
    private static int NextSkip(Reply reply, ReadingCommand command) =>
        reply
            .Message.Buttons.Where(button => command.Command.IsCalled(button.Command))
            .Select(button => PageArgument.At(button.Arguments))
            .FirstOrDefault(skip => skip > 0);

    private static AnswerBlock Block(Block block) =>
        new()
        {
            Kind = KindOf(block),
            Text = TextRenderer.Render(block).Trim(),
            Rows = block is Table table
                ? [.. table.OfType<TableRow>().Select(row => (IReadOnlyList<string>)[.. row.OfType<TableCell>().Select(Cell)])]
                : null,
            Citations = Distinct(Walk.Inlines<LeafInline>(block).OfType<CitationInline>().SelectMany(Cited).Concat(Linked(block))),
        };

    private static string KindOf(Block block) =>
        block switch
        {
            RoleBlock role => char.ToLowerInvariant(role.Role.ToString()[0]) + role.Role.ToString()[1..],
            HeadingBlock => "heading",
            ListBlock => "list",
            Table => "table",
            QuoteBlock => "quote",
            CodeBlock => "code",
            _ => "paragraph",
        };

    private static string Cell(TableCell cell) => string.Join(' ', cell.Select(block => TextRenderer.Render(block).Trim()));

    private static IEnumerable<AnswerCitation> Cited(CitationInline citation) =>
        citation.Numbers.Select(
            (number, at) =>
            {
                var source = at < citation.Sources.Count ? citation.Sources[at] : null;
                return new AnswerCitation
                {
                    Number = number,
                    Name = source?.Publisher ?? source?.Title,
                    Url = source?.Url ?? citation.Url,
                };
            }
        );

    /// <summary>Sources that a line names as links: [8] CNBC.</summary>
    private static IEnumerable<AnswerCitation> Linked(Block block) =>
        from link in Walk.Inlines<LinkInline>(block)
        let match = Source().Match(FlatText.Of(link))
        where match.Success && link.Url is not null
        select new AnswerCitation
        {
            Number = int.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture),
            Name = match.Groups[2].Value is { Length: > 0 } name ? name : null,
            Url = link.Url,
        };

    /// <summary>Each source once, under the name that says most.</summary>
    private static IReadOnlyList<AnswerCitation> Distinct(IEnumerable<AnswerCitation> citations) =>
        [
            .. citations
                .GroupBy(citation => (citation.Number, citation.Url))
                .Select(same => same.FirstOrDefault(citation => citation.Name is not null) ?? same.First()),
        ];

    [GeneratedRegex(@"^\[([0-9]{1,6})\]\s*(.*)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Source();
}
