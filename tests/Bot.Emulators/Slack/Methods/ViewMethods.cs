using System.Text.Json.Nodes;
using Bot.Emulators.Slack.Api;
using Bot.Emulators.Slack.Views;

namespace Bot.Emulators.Slack.Methods;

/// <summary>views.open, push, update and publish.</summary>
internal static class ViewMethods
{
    public static ApiResult Open(ApiCall call) => Show(call, isPush: false);

    public static ApiResult Push(ApiCall call) => Show(call, isPush: true);

    public static ApiResult Update(ApiCall call)
    {
        if (Read(call, out var given) is { } refused)
        {
            return refused;
        }

        if (call.Server.Views.Find(call.Arguments.Text("view_id") ?? call.Arguments.Text("external_id")) is not { } view)
        {
            return ApiResult.Fail("not_found");
        }

        return IsStale(call, view) ? ApiResult.Fail("hash_conflict") : Shown(call, call.Server.Views.Update(view, given));
    }

    public static ApiResult Publish(ApiCall call)
    {
        if (Read(call, out var given) is { } refused)
        {
            return refused;
        }

        if (call.Arguments.Text("user_id") is not { } user || !call.Workspace.Users.ContainsKey(user))
        {
            return ApiResult.Fail("invalid_arguments", "user_id not found [json-pointer:/user_id]");
        }

        if (given["type"]?.ToString() != "home")
        {
            return ApiResult.Fail("invalid_arguments", "must be a home view [json-pointer:/view/type]");
        }

        return call.Server.Views.Home(user) is { } home && IsStale(call, home)
            ? ApiResult.Fail("hash_conflict")
            : Shown(call, call.Server.Views.Publish(call.Workspace.Id, user, given));
    }

    private static ApiResult Show(ApiCall call, bool isPush)
    {
        if (Read(call, out var given) is { } refused)
        {
            return refused;
        }

        if (given["type"]?.ToString() != "modal")
        {
            return ApiResult.Fail("invalid_arguments", "must be a modal view [json-pointer:/view/type]");
        }

        var (user, expired) = call.Server.Triggers.Use(call.Arguments.Text("trigger_id"));
        if (user is null)
        {
            return ApiResult.Fail(expired!, "[json-pointer:/trigger_id]");
        }

        var (view, error) = call.Server.Views.Open(call.Workspace.Id, user, given, isPush);
        return view is null ? ApiResult.Fail(error!) : Shown(call, view);
    }

    private static ApiResult? Read(ApiCall call, out JsonObject given)
    {
        given = [];
        if (!call.Arguments.TryJson("view", out var node) || node is not JsonObject view)
        {
            return ApiResult.Fail("invalid_arguments", "missing required field: view");
        }

        given = view;
        return ViewValidator.Check(view, call.Server.Blocks);
    }

    private static bool IsStale(ApiCall call, SlackView view) => call.Arguments.Text("hash") is { } hash && hash != view.Hash;

    private static ApiResult Shown(ApiCall call, SlackView view) =>
        ApiResult.Ok(new JsonObject { ["view"] = view.ToJson(call.World.App.Id, call.Workspace.BotId) });
}
