using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Bot.Web.Exposure;

/// <summary>
/// Limits what programs read from <c>/api</c>, <c>/openapi</c> and <c>/mcp</c>, each token by itself. It stands behind the guard, so that who has no token
/// spends nobody's allowance.
/// </summary>
internal static class AnswerRateLimits
{
    /// <summary>Everybody on this machine where no token is needed, and who is signed in.</summary>
    private const string WithoutToken = "";

    private const int SecondsPerMinute = 60;

    public static void AddAnswerRateLimits(this IServiceCollection services, WebLimitsOptions limits)
    {
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (rejected, _) => new(RefuseAsync(rejected));
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                limits.RequestsPerMinute == 0 || !ExposureGuard.IsReading(context.Request)
                    ? RateLimitPartition.GetNoLimiter("unlimited")
                    : RateLimitPartition.GetTokenBucketLimiter(Caller(context), _ => Bucket(limits))
            );
        });
    }

    private static TokenBucketRateLimiterOptions Bucket(WebLimitsOptions limits)
    {
        // Fewer than one a second come one by one, further apart.
        var each = Math.Max(1, limits.RequestsPerMinute / SecondsPerMinute);
        return new()
        {
            TokenLimit = limits.Burst,
            TokensPerPeriod = each,
            ReplenishmentPeriod = TimeSpan.FromSeconds((double)SecondsPerMinute * each / limits.RequestsPerMinute),
            AutoReplenishment = true,
            QueueLimit = 0,
        };
    }

    /// <summary>A hash: no token is kept.</summary>
    private static string Caller(HttpContext context) =>
        ExposureGuard.BearerToken(context.Request) is { } token ? Convert.ToHexString(AccessTokens.Hash(token)) : WithoutToken;

    private static Task RefuseAsync(OnRejectedContext rejected)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        rejected.HttpContext.Response.Headers[HeaderNames.RetryAfter] = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds))
            .ToString(CultureInfo.InvariantCulture);
        return ErrorAnswer.WriteAsync(rejected.HttpContext, StatusCodes.Status429TooManyRequests, "TooOften");
    }
}
