using System.Text.Json.Nodes;

namespace Bot.Emulators.Slack.Views;

/// <summary>An open form or a person's home.</summary>
/// <param name="Given">As sent by the app.</param>
/// <param name="Below">The view it was pushed onto; null for the first.</param>
public sealed record SlackView(string Id, string Workspace, string User, JsonObject Given, string Hash, string? Below, string Root)
{
    public bool IsHome => Given["type"]?.ToString() == "home";

    public string? ExternalId => Given["external_id"]?.ToString() is { Length: > 0 } id ? id : null;

    /// <param name="values">The entered values: <c>[block_id][action_id]</c>.</param>
    public JsonObject ToJson(string appId, string botId, JsonObject? values = null)
    {
        var json = Given.DeepClone().AsObject();
        json["id"] = Id;
        json["team_id"] = Workspace;
        json["app_id"] = appId;
        json["app_installed_team_id"] = Workspace;
        json["bot_id"] = botId;
        json["hash"] = Hash;
        json["root_view_id"] = Root;
        json["previous_view_id"] = Below;
        json["state"] = new JsonObject { ["values"] = values?.DeepClone() ?? new JsonObject() };
        foreach (var (name, usual) in new[] { ("private_metadata", ""), ("callback_id", ""), ("external_id", "") })
        {
            json[name] ??= usual;
        }

        return json;
    }
}
