using Bot.Answers.Arguments;
using Bot.Answers.Replies;
using Bot.Archive.Queries;
using Bot.Chat;
using Bot.Chat.Commands;

namespace Bot.Answers.Funding;

/// <summary><c>/funding [COMPANY] [DATE]</c>: who raised how much, or what the newest briefing reports.</summary>
public sealed class FundingHandler(
    SeriesCatalogue access,
    AskedDays days,
    AskedEditions editions,
    FundingLookup lookup,
    ReferenceQueries references,
    MentionPlaces sections,
    TimeProvider clock
) : ICommandHandler
{
    public const string Name = "funding";

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (access.AskedBy(call) is not { } series)
        {
            return OtherBriefings.NothingToAsk(call);
        }

        // What is typed is newer than what the button was pinned to.
        var (text, edition) = await editions.ReadAsync(call.Text, series, call.Date, cancellationToken);
        var arguments = (await FundingArguments.ParseAsync(text, series, days, cancellationToken)) with { Edition = edition };
        var isUpTo = call.UpTo && arguments.Date is null;
        var date = isUpTo ? null : arguments.Date ?? call.Date;
        var frame = new AnswerFrame(call with { Text = arguments.Text, Date = date, UpTo = false }, series, clock);
        var answer = await lookup.AskAsync(series.Key, arguments, isUpTo ? DateSpan.UpTo(call.Date) : DateSpan.Of(date), cancellationToken);
        var sources = await CitedSources.LoadAsync(
            references,
            frame,
            Rounds(answer).Select(round => (round.Briefing.Id, round.Round.Citations)),
            cancellationToken
        );
        IReadOnlyList<string> mentionedAlso = answer is FundingAnswer.OfCompany { Rounds: { Total: 1, Items: [var single] } } company
            ? await sections.OfAsync(single.Briefing, single.Round.Company, company.Mentions, frame.Texts, cancellationToken)
            : [];
        return new FundingReplies(frame, arguments, date, sources, mentionedAlso).Of(answer);
    }

    private static IEnumerable<ArchivedRound> Rounds(FundingAnswer answer) =>
        answer switch
        {
            FundingAnswer.OfBriefing briefing => briefing.Rounds,
            FundingAnswer.OfCompany company => [.. company.Rounds.Items, .. company.Following, .. company.Investments.Items],
            _ => [],
        };
}
