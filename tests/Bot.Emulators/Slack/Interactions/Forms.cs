using System.Text.Json.Nodes;
using Bot.Emulators.Slack.Outbound;
using Bot.Emulators.Slack.Views;

namespace Bot.Emulators.Slack.Interactions;

/// <summary>Submissions of forms (https://docs.slack.dev/surfaces/modals): the bot's response is applied to the form.</summary>
public sealed class Forms(SlackServer server)
{
    /// <returns>The bot's <c>response_action</c> is the body; an empty one closes the form.</returns>
    /// <exception cref="KeyNotFoundException">The person has no open form.</exception>
    public async Task<Interaction> UseAsync(
        ViewUse use,
        SignatureKind signature = SignatureKind.Good,
        CancellationToken cancellationToken = default
    )
    {
        var view = server.Views.Stack(use.User) is [.., var top] ? top : throw new KeyNotFoundException($"{use.User} has no form open.");
        var payload = Payload(use, view);
        if (use.Closes && view.Given["notify_on_close"]?.GetValue<bool>() != true)
        {
            server.Views.Close(use.User, all: false);
            return new Interaction(server.World.NewId("I"), new SentRequest(0, "not_asked_for", "", null, 0), null);
        }

        var sent = await server.People.SendAsync(server.Urls.Interactions, payload, signature, cancellationToken);
        return new Interaction(server.World.NewId("I"), sent, null, sent.IsOk ? Obey(use, view, sent.Json()) : null);
    }

    private JsonObject Payload(ViewUse use, SlackView view)
    {
        lock (server.World.Gate)
        {
            var workspace = server.World.Workspaces[view.Workspace];
            var payload = new JsonObject
            {
                ["type"] = use.Closes ? "view_closed" : "view_submission",
                ["team"] = new JsonObject { ["id"] = workspace.Id, ["domain"] = workspace.Domain },
                ["user"] = ActionPayload.Person(workspace, use.User),
                ["api_app_id"] = server.World.App.Id,
                ["token"] = server.World.App.VerificationToken,
                ["view"] = view.ToJson(server.World.App.Id, workspace.BotId, use.Values),
                ["enterprise"] = null,
                ["is_enterprise_install"] = false,
            };
            if (use.Closes)
            {
                payload["is_cleared"] = false;
            }
            else
            {
                payload["trigger_id"] = server.Triggers.New(workspace.Id, use.User);
                payload["response_urls"] = new JsonArray();
            }

            return payload;
        }
    }

    /// <returns>Why it is not possible, or null.</returns>
    private string? Obey(ViewUse use, SlackView view, JsonObject? answer)
    {
        if (use.Closes || answer is null || answer.Count == 0)
        {
            server.Views.Close(use.User, all: false);
            return null;
        }

        switch (answer["response_action"]?.ToString())
        {
            case "clear":
                server.Views.Close(use.User);
                return null;
            case "errors":
                var blocks = (view.Given["blocks"] as JsonArray ?? []).Select(block => block?["block_id"]?.ToString()).ToHashSet();
                return (answer["errors"] as JsonObject ?? []).FirstOrDefault(error => !blocks.Contains(error.Key)) is { Key: { } unknown }
                    ? $"No block {unknown} to show an error at."
                    : null;
            case "update" or "push" when answer["view"] is JsonObject next:
                if (ViewValidator.Check(next, server.Blocks) is { } refused)
                {
                    return refused.Body.ToJsonString();
                }

                if (answer["response_action"]!.ToString() == "update")
                {
                    server.Views.Update(view, next);
                    return null;
                }

                return server.Views.Open(view.Workspace, view.User, next, isPush: true).Error;
            default:
                return "unknown response_action";
        }
    }
}
