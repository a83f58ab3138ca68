using Bot.Answers.Funding;
using Bot.Answers.Items;
using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Chat.Commands;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Answers.New;

/// <summary>Words what is new: deals, then news, a line each; then what is told again.</summary>
internal sealed class NewReplies(AnswerFrame frame, CitedSources sources)
{
    private const int MostDeals = 5;

    private const int MostNews = 10;

    private readonly RoundLines _rounds = new(frame, sources);

    private AnswerTexts Texts => frame.Texts;

    public static async Task<NewReplies> LoadAsync(
        ReferenceQueries references,
        AnswerFrame frame,
        FoundStories stories,
        CancellationToken cancellationToken
    )
    {
        var cited = stories
            .NewDeals.Take(MostDeals)
            .Concat(stories.OldDeals.Take(MostDeals))
            .SelectMany(deal => deal.Contradictions.Prepend(deal.Latest))
            .Select(round => (round.Briefing.Id, round.Round.Citations))
            .Concat(
                stories
                    .NewNews.Take(MostNews)
                    .Concat(stories.OldNews.Take(MostNews))
                    .Select(item => (item.Briefing.Id, ItemEntry.Of(item).Citations))
            );
        return new NewReplies(frame, await CitedSources.LoadAsync(references, frame, cited, cancellationToken));
    }

    public Reply Of(FoundStories stories, DateSpan days)
    {
        var blocks = new List<Block>
        {
            AnswerFrame.First(Texts.Of(AnswerText.NewFirst, frame.Dates.Span(days), stories.NewDeals.Count, stories.NewNews.Count)),
        };
        Add(blocks, AnswerText.NewDeals, stories.NewDeals, MostDeals, Deal);
        Add(blocks, AnswerText.NewNews, stories.NewNews, MostNews, News);
        Add(blocks, AnswerText.OldDeals, stories.OldDeals, MostDeals, Deal);
        Add(blocks, AnswerText.OldNews, stories.OldNews, MostNews, News);
        var span = days.IsDay ? "" : Arguments.TimeArgument.Text(days);
        return frame.Reply(
            blocks,
            frame.Button(Texts.Of(AnswerText.FundingOfDay, frame.Dates.Span(days)), FundingHandler.Name, span, frame.Date),
            frame.Button(Texts.Of(AnswerText.NewsOfDay, frame.Dates.Span(days)), "news", span, frame.Date)
        );
    }

    /// <summary>A label with the number of all, then a line for each of the first.</summary>
    private void Add<T>(
        List<Block> blocks,
        AnswerText label,
        IReadOnlyList<T> all,
        int most,
        Func<T, IEnumerable<IReadOnlyList<Inline>>> lines
    )
    {
        if (all.Count > 0)
        {
            blocks.Add(Nodes.Small(Texts.Of(label, all.Count) + frame.Part(0, Math.Min(most, all.Count), all.Count)));
            blocks.Add(AnswerFrame.Lines(all.Take(most).SelectMany(lines)));
        }
    }

    private IEnumerable<IReadOnlyList<Inline>> Deal(ArchivedDeal deal) => _rounds.Disagreement(deal).Prepend(_rounds.CompanyLine(deal));

    private IEnumerable<IReadOnlyList<Inline>> News(ArchivedItem item)
    {
        var line = new List<Inline>
        {
            Nodes.Bold(Nodes.Text(Invisible.Drop(FlatText.Collapse(item.Headline)))),
            Nodes.Text(Texts.Aside(frame.ShortDay(item.Briefing))),
        };
        var named = sources.Named(item.Briefing.Id, ItemEntry.Of(item).Citations);
        yield return named.Count == 0 ? line : [.. line, Nodes.Text(" "), .. named];
    }
}
