using Bot.Answers.Replies;
using Bot.Archive.Queries;
using Bot.Chat;
using Bot.Chat.Commands;

namespace Bot.Answers.Funding;

/// <summary><c>/funding [COMPANY]</c>: who raised how much, or what the newest briefing reports.</summary>
public sealed class FundingHandler(
    SeriesCatalogue access, FundingLookup lookup, ReferenceQueries references, SectionNames sections, TimeProvider clock) : ICommandHandler
{
    public const string Name = "funding";

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (access.AskedBy(call) is not { } series)
        {
            return OtherBriefings.NothingToAsk(call);
        }

        var frame = new AnswerFrame(call, series, clock);
        var arguments = FundingArguments.Parse(call.Text);
        var answer = await lookup.AskAsync(series.Key, arguments, call.Date, cancellationToken);
        var sources = await CitedSources.LoadAsync(references, frame, Rounds(answer).Select(round => (round.Briefing.Id, round.Round.Citations)), cancellationToken);
        IReadOnlyList<string> mentionedAlso = answer is FundingAnswer.OfCompany { Rounds: { Total: 1, Items: [var single] } } company
            ? await sections.OfAsync(single.Briefing, single.Round.Company, company.Mentions, frame.Texts, cancellationToken)
            : [];
        return new FundingReplies(frame, arguments, call.Date, sources, mentionedAlso).Of(answer);
    }

    private static IEnumerable<ArchivedRound> Rounds(FundingAnswer answer) => answer switch
    {
        FundingAnswer.OfBriefing briefing => briefing.Rounds,
        FundingAnswer.OfCompany company => [.. company.Rounds.Items, .. company.Following, .. company.Investments.Items],
        _ => [],
    };
}
