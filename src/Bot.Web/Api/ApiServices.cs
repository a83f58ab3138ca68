using Bot.Web.Api.Answers;
using Bot.Web.Api.Deliveries;
using Bot.Web.Api.Description;
using Bot.Web.Api.Tools;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Web.Api;

/// <summary>Registers the endpoints under /api.</summary>
public static class ApiServices
{
    public static IServiceCollection AddApi(this IServiceCollection services, AdminsOptions options)
    {
        services.AddSingleton(new AdminTokens(options.Tokens));
        services.AddSingleton<GetBriefing>();
        services.AddSingleton<GetFunding>();
        services.AddSingleton<AnswerReader>();
        services.AddSingleton<AnswerDesk>();
        services.AddSingleton<GetAnswer>();
        services.AddApiDescription();
        services.AddTools();
        services.AddSingleton<DeliveryReading>();
        services.AddSingleton<DeliveryWork>();
        services.AddSingleton<CorrectionDecisions>();
        return services;
    }
}
