using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Delivery.Operations;
using Bot.Intake.Http;
using Bot.Web.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bot.Web.Api.Deliveries;

/// <summary>
/// Lets admins change the ledger over HTTP: 200 with <c>done</c> or <c>already-done</c>, 404, or 409 if the state does
/// not allow it. The audit records the token's name.
/// </summary>
internal sealed class DeliveryWork(DeliveryOperations operations)
{
    /// <summary>The verdicts accepted in the body.</summary>
    private const string Verdicts = "sent, not-sent, drop";

    public Task<IResult> ResendAsync(HttpContext context, long id) =>
        RunAsync(context, (admin, token) => operations.ResendAsync(id, admin, token));

    public Task<IResult> CancelAsync(HttpContext context, long id) =>
        RunAsync(context, (admin, token) => operations.CancelAsync(id, admin, token));

    public Task<IResult> RecallAsync(HttpContext context, long id) =>
        RunAsync(context, (admin, token) => operations.RecallAsync(id, admin, token));

    public Task<IResult> SkipAsync(HttpContext context, string key) =>
        RunAsync(context, (admin, token) => operations.SkipAsync(key, admin, token));

    /// <summary>
    /// Body: <c>{"verdict":"sent","messageId":"…","threadId":"…"}</c>, <c>{"verdict":"not-sent"}</c> or
    /// <c>{"verdict":"drop"}</c>.
    /// </summary>
    public async Task<IResult> SettleAsync(HttpContext context, string key)
    {
        var body = await BodyAsync(context);
        ParkedVerdict? verdict = (body?.Verdict, body?.MessageId is { Length: > 0 } id ? id : null) switch
        {
            ("sent", { } message) => new ParkedVerdict.WasSent(message, body?.ThreadId is { Length: > 0 } thread ? thread : null),
            ("not-sent", null) => new ParkedVerdict.WasNotSent(),
            ("drop", null) => new ParkedVerdict.Drop(),
            _ => null,
        };
        return verdict is null
            ? BadBody(context, ApiTexts.Both("DeliveryWork.VerdictIsOne", Verdicts))
            : await RunAsync(context, (admin, token) => operations.SettleAsync(key, verdict, admin, token));
    }

    /// <summary>Body: <c>{"scope":"all","detail":"…"}</c>.</summary>
    public Task<IResult> PauseAsync(HttpContext context) =>
        OnScopeAsync(context, (scope, detail, admin, token) => operations.PauseAsync(scope, admin, detail, token));

    /// <summary>Body: <c>{"scope":"all"}</c>.</summary>
    public Task<IResult> ResumeAsync(HttpContext context) =>
        OnScopeAsync(context, (scope, _, admin, token) => operations.ResumeAsync(scope, admin, token));

    private static async Task<IResult> OnScopeAsync(
        HttpContext context,
        Func<string, string?, string, CancellationToken, Task<OperationResult>> operation
    )
    {
        var body = await BodyAsync(context);
        return body?.Scope is not { Length: > 0 } scope
            ? BadBody(context, ApiTexts.Both("DeliveryWork.GiveScope"))
            : await RunAsync(
                context,
                (admin, token) => operation(scope, body.Detail is { Length: > 0 } detail ? detail : null, admin, token)
            );
    }

    internal static async Task<IResult> RunAsync(HttpContext context, Func<string, CancellationToken, Task<OperationResult>> operation)
    {
        var result = await operation(AdminGate.AdminOf(context), context.RequestAborted);
        var (code, text) = (LedgerWords.Of(result.Status), LedgerWords.Of(result));
        return result.Status switch
        {
            OperationStatus.NotFound => Problems.Of(context.Request, 404, code, ApiTexts.Both("DeliveryWork.NotFound"), text),
            OperationStatus.NotPossible => Problems.Of(context.Request, 409, code, ApiTexts.Both("DeliveryWork.NotPossible"), text),
            _ => DeliveryReading.Json(new JsonObject { ["status"] = code, ["posts"] = result.Posts }),
        };
    }

    /// <summary>Null if the body is not such an object, including one with a lone surrogate (<c>\ud800</c>) in a string.</summary>
    internal static async Task<OperationBody?> BodyAsync(HttpContext context)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(
                context.Request.Body,
                OperationBodyJson.Default.OperationBody,
                context.RequestAborted
            );
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    internal static ProblemHttpResult BadBody(HttpContext context, LocalizedText detail) =>
        Problems.Of(context.Request, 400, "bad-body", ApiTexts.Both("DeliveryWork.WrongBody"), detail);
}
