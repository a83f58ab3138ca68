using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Delivery.Ledger;
using Bot.Delivery.Operations;
using Bot.Intake.Http;
using Bot.Web.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bot.Web.Api.Deliveries;

/// <summary>Lets admins read the ledger over HTTP.</summary>
internal sealed class DeliveryReading(LedgerQueries queries, PauseList pauses, DeliveryCsv csv)
{
    private const int Most = 500;

    /// <summary><c>GET /api/deliveries?series=KEY&amp;date=2026-01-06&amp;state=parked&amp;limit=50</c>: newest first.</summary>
    public async Task<IResult> ListAsync(HttpContext context)
    {
        var query = context.Request.Query;
        DateOnly? date = null;
        if (query["date"].FirstOrDefault() is { Length: > 0 } day)
        {
            if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed))
            {
                return BadQuery(context, ApiTexts.Both("Problem.Date"));
            }

            date = parsed;
        }

        var state = query["state"].FirstOrDefault() is { Length: > 0 } word ? LedgerWords.StateOf(word) : null;
        if (state is null && query["state"].Count > 0)
        {
            var known = string.Join(", ", LedgerWords.States);
            return BadQuery(context, ApiTexts.Both("DeliveryReading.StateMustBeOne", known));
        }

        var limit = 50;
        if (
            query.ContainsKey("limit")
            && (!int.TryParse(query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > Most)
        )
        {
            return BadQuery(context, ApiTexts.Both("DeliveryReading.LimitMustBeFromTo", Most));
        }

        var list = await queries.ListAsync(
            new DeliveryQuery
            {
                Series = query["series"].FirstOrDefault() is { Length: > 0 } series ? series : null,
                Date = date,
                Has = state,
                Most = limit,
            },
            context.RequestAborted
        );
        return Json(new JsonObject { ["deliveries"] = new JsonArray([.. list.Select(DeliveryJson.Of)]) });
    }

    public async Task<IResult> ShowAsync(HttpContext context, long id) =>
        await queries.ShowAsync(id, context.RequestAborted) is { } delivery
            ? Json(DeliveryJson.Whole(delivery))
            : Problems.Of(
                context.Request,
                404,
                "not-found",
                ApiTexts.Both("DeliveryReading.NoSuchDelivery"),
                LedgerWords.Of(new OperationResult(OperationStatus.NotFound))
            );

    public async Task<IResult> PausesAsync(HttpContext context) =>
        Json(new JsonObject { ["pauses"] = new JsonArray([.. (await pauses.ListAsync(context.RequestAborted)).Select(DeliveryJson.Of)]) });

    /// <summary>The whole ledger as CSV, streamed.</summary>
    public Task ExportAsync(HttpContext context)
    {
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"deliveries.csv\"";
        return WriteAsync(context);
    }

    private async Task WriteAsync(HttpContext context)
    {
        await using var writer = new StreamWriter(
            context.Response.Body,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            leaveOpen: true
        );
        await csv.WriteAsync(writer, context.RequestAborted);
    }

    internal static IResult Json(JsonObject json) =>
        TypedResults.Text(json.ToJsonString(GetBriefing.Readable), "application/json; charset=utf-8");

    private static ProblemHttpResult BadQuery(HttpContext context, Chat.LocalizedText detail) =>
        Problems.Of(context.Request, 400, "bad-query", ApiTexts.Both("Problem.Query"), detail);
}
