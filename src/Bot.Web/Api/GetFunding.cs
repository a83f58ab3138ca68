using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Archive.Queries;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Intake.Http;
using Bot.Web.Api.Answers;
using Bot.Web.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Bot.Web.Api;

/// <summary>
/// <c>GET /api/funding?company=NAME&amp;series=KEY&amp;skip=0</c>: rounds the company raised, newest first, a hundred at
/// a time; without a company, the rounds of the newest briefing that has any. Held briefings are not shown.
/// </summary>
public sealed class GetFunding(IDbContextFactory<ArchiveContext> contexts, SeriesCatalogue series)
{
    private const int PageSize = 100;

    private readonly FundingQueries _funding = new(contexts);
    private readonly BriefingQueries _briefings = new(contexts);

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var key = query["series"].FirstOrDefault() is { Length: > 0 } named ? named : OpenSeries.First(series)?.Key ?? "";
        if (OpenSeries.Find(series, key) is null)
        {
            var unknown = OpenSeries.Unknown(series, key);
            return Problems.Of(context.Request, unknown.Status, unknown.Code, unknown.Title, unknown.Detail);
        }

        var skip = 0;
        if (query.ContainsKey("skip") && !int.TryParse(query["skip"], NumberStyles.None, CultureInfo.InvariantCulture, out skip))
        {
            return Problems.Of(
                context.Request,
                400,
                "bad-query",
                ApiTexts.Both("Problem.Query"),
                ApiTexts.Both("GetFunding.SkipMustBeWholeNumber")
            );
        }

        var company = query["company"].FirstOrDefault() ?? "";
        var page = CompanyName.Key(company) is { Length: > 0 } companyKey
            ? await _funding.OfCompanyAsync(key, companyKey, date: null, skip, PageSize, context.RequestAborted)
            : await NewestAsync(key, context.RequestAborted);
        var answer = new JsonObject
        {
            ["series"] = key,
            ["company"] = company.Length > 0 ? company : null,
            ["total"] = page.Total,
            ["rounds"] = new JsonArray([.. page.Items.Select(RoundOf)]),
        };
        return TypedResults.Text(answer.ToJsonString(GetBriefing.Readable), "application/json; charset=utf-8");
    }

    private async Task<Page<ArchivedRound>> NewestAsync(string key, CancellationToken cancellationToken)
    {
        var newest = await _briefings.NewestWithAsync(key, ItemKind.Funding, onOrBefore: null, cancellationToken);
        IReadOnlyList<ArchivedRound> rounds = newest is null ? [] : await _funding.OfBriefingAsync(newest.Id, cancellationToken);
        return new Page<ArchivedRound>(rounds, rounds.Count);
    }

    private static JsonObject RoundOf(ArchivedRound archived)
    {
        var round = archived.Round;
        return new JsonObject
        {
            ["id"] = archived.ItemId,
            ["date"] = archived.Briefing.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["edition"] = archived.Briefing.Edition,
            ["revision"] = archived.Briefing.Revision,
            ["isSample"] = archived.Briefing.IsSample,
            ["company"] = round.Company,
            ["amountUsd"] = round.Amount is { Currency: "USD" } dollars ? dollars.Value : null,
            ["amount"] = MoneyOf(round.Amount),
            ["valuation"] = MoneyOf(round.Valuation),
            ["undisclosed"] = round.Undisclosed,
            ["stage"] = round.Stage,
            ["investors"] = new JsonArray([.. round.Investors.Select(investor => JsonValue.Create(investor))]),
            ["citations"] = new JsonArray([.. round.Citations.Select(number => JsonValue.Create(number))]),
        };
    }

    private static JsonObject? MoneyOf(Money? money) =>
        money is null
            ? null
            : new JsonObject
            {
                ["value"] = money.Value,
                ["min"] = money.Min,
                ["max"] = money.Max,
                ["currency"] = money.Currency,
                ["approximate"] = money.Approximate,
                ["raw"] = money.Raw,
            };
}
