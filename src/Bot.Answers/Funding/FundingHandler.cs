using Bot.Answers.Arguments;
using Bot.Answers.Replies;
using Bot.Archive.Queries;
using Bot.Chat;
using Bot.Chat.Commands;

namespace Bot.Answers.Funding;

/// <summary><c>/funding [COMPANY] [DATE]</c>: who raised how much, or what the newest briefing reports.</summary>
public sealed class FundingHandler(
    SeriesCatalogue access, AskedDays days, FundingLookup lookup, ReferenceQueries references, SectionNames sections, TimeProvider clock) : ICommandHandler
{
    public const string Name = "funding";

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (access.AskedBy(call) is not { } series)
        {
            return OtherBriefings.NothingToAsk(call);
        }

        // A typed day overrides the one the button was pinned to.
        var arguments = await FundingArguments.ParseAsync(call.Text, series, days, cancellationToken);
        var isUpTo = call.UpTo && arguments.Date is null;
        var date = isUpTo ? null : arguments.Date ?? call.Date;
        var frame = new AnswerFrame(call with { Text = arguments.Text, Date = date, UpTo = false }, series, clock);
        var answer = await lookup.AskAsync(series.Key, arguments, isUpTo ? DateSpan.UpTo(call.Date) : DateSpan.Of(date), cancellationToken);
        var sources = await CitedSources.LoadAsync(references, frame, Rounds(answer).Select(round => (round.Briefing.Id, round.Round.Citations)), cancellationToken);
        IReadOnlyList<string> mentionedAlso = answer is FundingAnswer.OfCompany { Rounds: { Total: 1, Items: [var single] } } company
            ? await sections.OfAsync(single.Briefing, single.Round.Company, company.Mentions, frame.Texts, cancellationToken)
            : [];
        return new FundingReplies(frame, arguments, date, sources, mentionedAlso).Of(answer);
    }

    private static IEnumerable<ArchivedRound> Rounds(FundingAnswer answer) => answer switch
    {
        FundingAnswer.OfBriefing briefing => briefing.Rounds,
        FundingAnswer.OfCompany company => [.. company.Rounds.Items, .. company.Following, .. company.Investments.Items],
        _ => [],
    };
}
