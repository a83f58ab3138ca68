using Bot.Intake.Http;
using Bot.Web.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Bot.Web.Api.Deliveries;

/// <summary>
/// Admits only admins, even from this machine: a page on another site must not be able to operate the ledger. The admin's
/// name goes into the audit.
/// </summary>
internal sealed class AdminGate(AdminTokens tokens) : IEndpointFilter
{
    private const string Scheme = "Bearer ";
    private static readonly object Key = new();

    /// <summary>Name of the admin the gate admitted.</summary>
    public static string AdminOf(HttpContext context) => (string)context.Items[Key]!;

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var header = http.Request.Headers.Authorization.ToString();
        if (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && tokens.AdminOf(header[Scheme.Length..].Trim()) is { } admin)
        {
            http.Items[Key] = admin;
            return next(context);
        }

        http.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        return ValueTask.FromResult<object?>(
            Problems.Of(
                http.Request,
                401,
                "token-needed",
                ApiTexts.Both("AdminGate.TokenIsNeeded"),
                tokens.AreConfigured ? ApiTexts.Both("AdminGate.SendOneAdminsTokensAs") : ApiTexts.Both("AdminGate.ThisWayInIsNot")
            )
        );
    }
}
