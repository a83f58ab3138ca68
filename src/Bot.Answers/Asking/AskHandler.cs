using Bot.Answers.Arguments;
using Bot.Answers.Funding;
using Bot.Answers.News;
using Bot.Answers.Replies;
using Bot.Answers.Search;
using Bot.Answers.Suggestions;
using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Filters;
using Bot.Chat.Messages;
using Bot.Chat.Trees;
using Markdig.Syntax.Inlines;

namespace Bot.Answers.Asking;

/// <summary>
/// <c>/ask QUESTION</c>: reads a question as a query, shows it and answers from the rows. What cannot be read is said, with queries that
/// can be run instead.
/// </summary>
public sealed class AskHandler(
    SeriesCatalogue access,
    QuestionReader reader,
    BriefingQueries briefings,
    EmptyArchive nothing,
    QuestionAnswers answers,
    TimeProvider clock
) : ICommandHandler
{
    public const string Name = "ask";

    private const int MostOffered = 3;

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (access.AskedBy(call) is not { } series)
        {
            return OtherBriefings.NothingToAsk(call);
        }

        var frame = new AnswerFrame(call with { UpTo = false }, series, clock);
        if (await briefings.NewestAsync(series.Key, onOrBefore: null, cancellationToken) is null)
        {
            return await nothing.AnswerAsync(frame, cancellationToken);
        }

        // A further page stands behind the question.
        var words = new ArgumentWords(call.Text);
        var skip = PageArgument.Take(words);
        var question = await reader.ReadAsync(words.Left, series, cancellationToken);
        if (question is not { Asks: true, Unread.Count: 0 })
        {
            return Unread(frame, words.Left, question);
        }

        var query = QuestionQuery.Of(question);
        var asked = call with { Name = query.Command, Text = query.HasPages ? PageArgument.Text(query.Text, skip) : query.Text };
        var reply = await answers.Of(query.Command).HandleAsync(asked, cancellationToken);
        reply.Message.Body.Insert(Math.Min(1, reply.Message.Body.Count), ReadAs(frame, question, query.Line));
        return reply with { Pinned = (reply.Pinned ?? call) with { Name = Name, Text = PageArgument.Text(words.Left, skip) } };
    }

    private static RoleBlock ReadAs(AnswerFrame frame, AskedQuestion question, string line)
    {
        var inlines = new List<Inline>
        {
            Nodes.Text(frame.Texts[AnswerText.AskReadAs]),
            new CodeInline(frame.Typed(AskedText.Clean(line))),
        };
        if (question.Filter is { } filter)
        {
            inlines.Add(Nodes.Text(frame.Texts.Aside(AskedText.Clean(FilterText.Of(filter, frame.Texts.Locale)))));
        }

        return Nodes.Role(BlockRole.Small, Nodes.Paragraph(inlines));
    }

    private static Reply Unread(AnswerFrame frame, string words, AskedQuestion? question)
    {
        var first =
            words.Length == 0 ? frame.Texts[AnswerText.AskWhat]
            : question is { Unread.Count: > 0 } partly
                ? frame.Texts.Of(AnswerText.AskUnread, AskedText.Shown(string.Join(frame.Texts.Shared.Separator, partly.Unread)))
            : frame.Texts[AnswerText.AskNotRead];
        var offered = Offers(question).Distinct().Take(MostOffered).ToList();
        return frame.Reply(
            [
                AnswerFrame.First(first),
                Nodes.Small(
                    frame.Texts.Of(AnswerText.AskTry, string.Join(frame.Texts.Shared.Separator, QuestionSuggestions.Examples(frame.Texts)))
                ),
                .. offered.Select(offer => frame.Example(offer.Line)),
            ],
            offered.Select(offer => frame.Button(AskedText.Shown(frame.Typed(offer.Line)), offer.Command, offer.Text, date: null))
        );
    }

    /// <summary>Queries near the question: of what was read, a search for what was not, and what always works.</summary>
    private static IEnumerable<QuestionQuery> Offers(AskedQuestion? question)
    {
        if (question is { Asks: true })
        {
            yield return QuestionQuery.Of(question);
        }

        if (question is { Unread.Count: > 0 })
        {
            yield return new(
                question.About == AskedAbout.News ? NewsHandler.Name : SearchHandler.Name,
                AskedText.Clean(string.Join(' ', question.Unread))
            );
        }

        yield return new(FundingHandler.Name, AnswerTexts.In(Locale.English)[AnswerText.WordsTop].Split(' ')[0]);
        yield return new(FundingHandler.Name, "");
        yield return new(NewsHandler.Name, "");
    }
}
