using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Delivery.Operations;
using Bot.Web.Texts;
using Microsoft.AspNetCore.Http;

namespace Bot.Web.Api.Deliveries;

/// <summary>Lets admins see the corrections that wait for a person's word, send them, or leave them out.</summary>
internal sealed class CorrectionDecisions(WaitingCorrections corrections)
{
    private const int Most = 500;

    /// <summary><c>GET /api/deliveries/corrections</c>: a thread each, oldest first.</summary>
    public async Task<IResult> ListAsync(HttpContext context)
    {
        var list = await corrections.ListAsync(new CorrectionScope(), Most, context.RequestAborted);
        return DeliveryReading.Json(new JsonObject { ["corrections"] = new JsonArray([.. list.Select(Of)]) });
    }

    public Task<IResult> ConfirmAsync(HttpContext context) => DecideAsync(context, isConfirmed: true);

    public Task<IResult> DropAsync(HttpContext context) => DecideAsync(context, isConfirmed: false);

    /// <summary>
    /// Body: <c>{"series":"us-ai","date":"2026-01-06"}</c> for every channel, with <c>edition</c> for one beside the day's own, with
    /// <c>channel</c> for that one. <c>upTo</c>, the list's <c>last</c>, leaves alone what a newer revision has put in its place since.
    /// </summary>
    private async Task<IResult> DecideAsync(HttpContext context, bool isConfirmed) =>
        await DeliveryWork.BodyAsync(context) is { } body && ScopeOf(body) is { } scope
            ? await DeliveryWork.RunAsync(context, (admin, token) => corrections.DecideAsync(scope, isConfirmed, admin, token))
            : DeliveryWork.BadBody(context, ApiTexts.Both("CorrectionDecisions.NameTheBriefing"));

    /// <summary>Null: it does not say which, or names no channel. Never all that waits by mistake.</summary>
    private static CorrectionScope? ScopeOf(OperationBody body)
    {
        var isDay = DateOnly.TryParseExact(body.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        ChannelAddress? channel = null;
        return
            isDay && body.Series is { Length: > 0 } series && (body.Channel is null || ChannelAddress.TryParse(body.Channel, out channel))
            ? new CorrectionScope
            {
                Briefing = new BriefingKey(series, date, body.Edition ?? ""),
                Channel = channel,
                UpTo = body.UpTo,
            }
            : null;
    }

    private static JsonObject Of(WaitingCorrection correction) =>
        new()
        {
            ["delivery"] = correction.Delivery,
            ["series"] = correction.Briefing.Series,
            ["date"] = correction.Briefing.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["edition"] = correction.Briefing.Edition,
            ["channel"] = correction.Channel.ToString(),
            ["shownRevision"] = correction.Shown,
            ["revision"] = correction.Revision,
            ["posts"] = correction.Posts,
            ["last"] = correction.Last,
        };
}
