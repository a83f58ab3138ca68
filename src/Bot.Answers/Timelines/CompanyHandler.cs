using Bot.Answers.Arguments;
using Bot.Answers.Companies;
using Bot.Answers.Items;
using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Trees;
using Markdig.Syntax;

namespace Bot.Answers.Timelines;

/// <summary><c>/company NAME [SINCE]</c>: everything about a company on one timeline, the newest first.</summary>
public sealed class CompanyHandler(
    SeriesCatalogue access,
    AskedTimes times,
    BriefingQueries briefings,
    EmptyArchive nothing,
    FundingQueries funding,
    CompanyTimelines timelines,
    MentionPlaces places,
    ReferenceQueries references,
    TimeProvider clock
) : ICommandHandler
{
    public const string Name = "company";

    private const int MaxNearest = 4;

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (access.AskedBy(call) is not { } series)
        {
            return OtherBriefings.NothingToAsk(call);
        }

        var words = new ArgumentWords(call.Text);
        var skip = PageArgument.Take(words);
        // A name that is also a day is the name.
        var typed =
            words.Holds(TimeArgument.MostWords, TimeArgument.Understands)
            && !await timelines.KnowsAsync(series.Key, words.Left, cancellationToken)
                ? await times.TakeAsync(words, series, cancellationToken)
                : null;
        var name = words.Left;
        var question = typed is { IsDay: false } span ? $"{name} {TimeArgument.Text(span)}".Trim() : name;
        var (frame, days) = AnswerFrame.Of(call, PageArgument.Text(question, skip), typed, series, clock);
        if (await briefings.NewestAsync(series.Key, onOrBefore: null, cancellationToken) is null)
        {
            return await nothing.AnswerAsync(frame, cancellationToken);
        }

        if (await timelines.FindAsync(series.Key, name, days, cancellationToken) is not { } timeline)
        {
            return await NoneAsync(frame, name, typed, cancellationToken);
        }

        skip = skip < timeline.Events.Count ? skip : 0;
        var shown = timeline.Events.Skip(skip).Take(ItemList.PageSize).ToList();
        var sources = await CitedSources.LoadAsync(references, frame, shown.SelectMany(TimelineReplies.Cited), cancellationToken);
        var sections = new Dictionary<int, IReadOnlyList<string>>();
        foreach (var mention in shown.OfType<TimelineEvent.Mentioned>())
        {
            sections[mention.Where.Id] = await places.OfAsync(
                mention.Where,
                timeline.Name,
                await places.MentionsAsync(mention.Where, timeline.Key, cancellationToken),
                frame.Texts,
                cancellationToken
            );
        }

        var reply = new TimelineReplies(frame, sources, sections).Of(timeline, shown, skip, question);
        return frame.IsBounded ? reply : frame.UpTo(timeline.Newest!.Value, reply);
    }

    private async Task<Reply> NoneAsync(AnswerFrame frame, string name, DateSpan? typed, CancellationToken cancellationToken)
    {
        var near = name.Length is 0 or > CompanySpelling.MaxLength
            ? []
            : await timelines.NearestAsync(frame.Series, name, MaxNearest, cancellationToken);
        var example = await funding.NewestCompanyAsync(frame.Series, cancellationToken);
        var blocks = new List<Block>
        {
            AnswerFrame.First(
                name.Length == 0 ? frame.Texts[AnswerText.CompanyWhich]
                : typed is { } days ? frame.Texts.Of(AnswerText.CompanyNoneOfDays, AskedText.Shown(name), frame.Dates.Span(days))
                : frame.Texts.Of(AnswerText.CompanyNone, AskedText.Shown(name))
            ),
        };
        if (near.Count > 0)
        {
            blocks.Add(
                Nodes.Paragraph(
                    frame.Texts[AnswerText.Nearest] + string.Join(frame.Texts.Shared.Separator, near.Select(company => company.Name))
                )
            );
        }

        if (example is not null)
        {
            blocks.Add(frame.Example($"{Name} {AskedText.Clean(example)}"));
        }

        return frame.Reply(blocks, near.Select(company => frame.Button(AskedText.Shown(company.Name), Name, company.Name, date: null)));
    }
}
