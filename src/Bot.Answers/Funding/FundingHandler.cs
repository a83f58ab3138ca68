using Bot.Answers.Arguments;
using Bot.Answers.Replies;
using Bot.Archive.Queries;
using Bot.Chat;
using Bot.Chat.Commands;

namespace Bot.Answers.Funding;

/// <summary>
/// <c>/funding [COMPANY… | top | total] [SINCE] [STAGE] [AMOUNT]</c>: who raised how much, or what the newest briefing reports.
/// </summary>
public sealed class FundingHandler(
    SeriesCatalogue access,
    AskedEditions editions,
    FundingArgumentsReader reader,
    FundingLookup lookup,
    FilteredDeals filtered,
    EmptyArchive nothing,
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
        var arguments = (await reader.ReadAsync(text, series, cancellationToken)) with { Edition = edition };
        if (arguments is { View: FundingView.Total, Days: null, Company: "" } && call.Date is null)
        {
            arguments = arguments with { Days = await filtered.DaysOfTotalsAsync(series.Key, cancellationToken) };
        }

        var isUpTo = call.UpTo && arguments.Days is null;
        var asked = arguments.Days ?? (isUpTo || call.Date is not { } pinned ? null : DateSpan.Of(pinned));
        var frame = new AnswerFrame(
            call with
            {
                Text = arguments.Text,
                Date = asked is { IsDay: true } day ? day.From : null,
                UpTo = false,
            },
            series,
            clock
        );
        var days = asked ?? (isUpTo ? DateSpan.UpTo(call.Date) : DateSpan.All);
        var answer = await lookup.AskAsync(series.Key, arguments, days, cancellationToken);
        if (answer is FundingAnswer.NothingArchived)
        {
            return await nothing.AnswerAsync(frame, cancellationToken);
        }

        var sources = await CitedSources.LoadAsync(
            references,
            frame,
            Shown(answer).Select(round => (round.Briefing.Id, round.Round.Citations)),
            cancellationToken
        );
        IReadOnlyList<string> mentionedAlso = answer
            is FundingAnswer.OfCompany { Deals: { Total: 1, Items: [{ Reports: [var single] }] } } company
            ? await sections.OfAsync(single.Briefing, single.Round.Company, company.Mentions, frame.Texts, cancellationToken)
            : [];
        return new FundingReplies(frame, arguments, asked, sources, mentionedAlso).Of(answer);
    }

    /// <summary>The reports whose sources the answer names.</summary>
    private static IEnumerable<ArchivedRound> Shown(FundingAnswer answer) =>
        answer switch
        {
            FundingAnswer.OfBriefing briefing => briefing.Rounds,
            FundingAnswer.OfCompany company => company.Deals.Items.Concat(company.Investments.Items).SelectMany(Shown),
            FundingAnswer.Matching matching => matching.Deals.Items.SelectMany(Shown),
            FundingAnswer.Largest largest => largest.Deals.Items.SelectMany(Shown),
            FundingAnswer.Totals totals => FilteredReplies.Examples(totals.Deals.Items).Select(deal => deal.Latest),
            _ => [],
        };

    private static IEnumerable<ArchivedRound> Shown(ArchivedDeal deal) =>
        [deal.Latest, .. deal.Contradictions, .. deal.OtherReports.Take(ArchivedDeal.MostOtherReports)];
}
