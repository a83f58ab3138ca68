using Bot.Chat.Commands;
using Bot.Web.Assets;
using Bot.Web.Channel;
using Bot.Web.Exposure;
using Bot.Web.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Bot.Web.Pages;

/// <summary>Maps the pages.</summary>
internal static class PageEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods(PageRoutes.Channel, Reading, ShowChannel).ExcludeFromDescription();
        routes.MapMethods(PageRoutes.Thread + "/{id:long}", Reading, ShowThread).ExcludeFromDescription();
        routes.MapGet(PageRoutes.Language, SwitchLanguage).ExcludeFromDescription();
        routes.MapMethods(PageRoutes.SignIn, Reading, ShowSignIn).ExcludeFromDescription();
        routes.MapPost(PageRoutes.SignIn, SignIn).ExcludeFromDescription();
        routes.MapPost(PageRoutes.SignOut, SignOut).ExcludeFromDescription();
        foreach (var asset in SiteAssets.All)
        {
            routes
                .MapMethods(
                    asset.Path,
                    Reading,
                    (HttpContext context) =>
                    {
                        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                        return Results.Bytes(asset.Content, asset.ContentType);
                    }
                )
                .ExcludeFromDescription();
        }
    }

    private static async Task<IResult> ShowChannel(
        HttpContext context,
        string? channel,
        long? before,
        ChannelReader reader,
        HeldReader held,
        Asking asking,
        CommandDispatcher commands,
        PageTimes times,
        SessionCookie session
    )
    {
        var asked = await asking.AnswerAsync(context.Request, PageLocale.Of(context.Request), context.RequestAborted);
        var frame = Frame(context, session, asked?.Question ?? "");
        var excerpt = await reader.ReadAsync(channel, before, context.RequestAborted);
        return Page<ChannelPage>(
            new()
            {
                [nameof(ChannelPage.Frame)] = frame,
                [nameof(ChannelPage.Excerpt)] = excerpt,
                [nameof(ChannelPage.Held)] = before is null ? await held.ReadAsync(context.RequestAborted) : [],
                [nameof(ChannelPage.Catalogue)] = Offered(commands.Catalogue),
                [nameof(ChannelPage.Times)] = times,
                [nameof(ChannelPage.Asked)] = asked,
            }
        );
    }

    private static async Task<IResult> ShowThread(
        HttpContext context,
        long id,
        ChannelReader reader,
        Asking asking,
        CommandDispatcher commands,
        PageTimes times,
        SessionCookie session
    )
    {
        if (await reader.ReadThreadAsync(id, context.RequestAborted) is not { } thread)
        {
            return Results.NotFound();
        }

        var asked = await asking.AnswerAsync(context.Request, PageLocale.Of(context.Request), context.RequestAborted);
        var frame = Frame(context, session, asked?.Question ?? thread.Root.Payload.Title);
        return Page<ThreadPage>(
            new()
            {
                [nameof(ThreadPage.Frame)] = frame,
                [nameof(ThreadPage.Thread)] = thread,
                [nameof(ThreadPage.Catalogue)] = Offered(commands.Catalogue),
                [nameof(ThreadPage.Times)] = times,
                [nameof(ThreadPage.Asked)] = asked,
            }
        );
    }

    /// <summary>Nobody is an admin on the web channel, so admin-only commands are not offered.</summary>
    internal static IReadOnlyList<Command> Offered(CommandCatalogue catalogue) => [.. catalogue.All.Where(command => !command.IsForAdmins)];

    /// <summary>A GET, because it changes only the visitor's own view.</summary>
    private static IResult SwitchLanguage(HttpContext context, string? to, string? back, TimeProvider time)
    {
        if (PageLocale.Parse(to) is { } chosen)
        {
            PageLocale.Remember(context, chosen, time);
        }

        return Results.LocalRedirect(PageRoutes.Local(back));
    }

#pragma warning disable CA1859 // What writes the routes' code at build time does not see the types of pages.
    private static IResult ShowSignIn(HttpContext context, string? back) => SignInForm(context, back, isRefused: false);
#pragma warning restore CA1859

    /// <summary>The antiforgery middleware checks the form, so no other page can sign anyone in.</summary>
    private static IResult SignIn(
        HttpContext context,
        [FromForm] string? token,
        [FromForm] string? back,
        AccessTokens tokens,
        SessionCookie session
    )
    {
        if (token is null || !tokens.Accept(token))
        {
            return SignInForm(context, back, isRefused: true);
        }

        session.Set(context, token);
        context.Response.Headers.Location = PageRoutes.Local(back);
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static IResult SignOut(HttpContext context, [FromForm(Name = "unused")] string? unused)
    {
        SessionCookie.Clear(context);
        context.Response.Headers.Location = PageRoutes.SignIn;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static RazorComponentResult<SignInPage> SignInForm(HttpContext context, string? back, bool isRefused)
    {
        var asked = PageLocale.Of(context.Request);
        var to = PageRoutes.Local(back);
        return Page<SignInPage>(
            new()
            {
                [nameof(SignInPage.Frame)] = new PageFrame(asked, PageTexts.In(asked)["SignInTitle"], PageRoutes.SignInBackTo(to)),
                [nameof(SignInPage.Back)] = to,
                [nameof(SignInPage.IsRefused)] = isRefused,
            },
            isRefused ? StatusCodes.Status401Unauthorized : StatusCodes.Status200OK
        );
    }

    internal static PageFrame Frame(HttpContext context, SessionCookie session, string title) =>
        new(PageLocale.Of(context.Request), title, PageRoutes.Here(context.Request)) { IsSignedIn = session.IsValid(context) };

    internal static RazorComponentResult<TPage> Page<TPage>(Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent => new(parameters) { StatusCode = status, PreventStreamingRendering = true };
}
