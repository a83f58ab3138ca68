using Bot.Emulators.Slack.World;

namespace Bot.Emulators.Slack.Interactions;

/// <summary>A typed command. Slack sends it as a form (https://docs.slack.dev/interactivity/implementing-slash-commands).</summary>
/// <param name="Command">With its slash.</param>
public sealed record SlashCommand(string Command, string Text = "")
{
    public string Workspace { get; init; } = SlackServer.FirstWorkspace;

    public string Channel { get; init; } = SlackServer.FirstChannel;

    public string User { get; init; } = "U0000000001";

    internal Dictionary<string, string> Fields(SlackWorld world, string triggerId, string responseUrl)
    {
        var workspace = world.Workspaces[Workspace];
        var channel = workspace.Channels.GetValueOrDefault(Channel);
        var fields = new Dictionary<string, string>
        {
            ["token"] = world.App.VerificationToken,
            ["team_id"] = Workspace,
            ["team_domain"] = workspace.Domain,
            ["channel_id"] = Channel,
            ["channel_name"] = channel switch
            {
                { IsDirect: true } => "directmessage",
                { IsPrivate: true } => "privategroup",
                _ => channel?.Name ?? "",
            },
            ["user_id"] = User,
            ["user_name"] = workspace.Users.GetValueOrDefault(User)?.Name ?? User.ToLowerInvariant(),
            ["command"] = Command,
            ["text"] = Text,
            ["api_app_id"] = world.App.Id,
            ["is_enterprise_install"] = "false",
            ["response_url"] = responseUrl,
            ["trigger_id"] = triggerId,
        };
        if (workspace.EnterpriseId is { } enterprise)
        {
            fields["enterprise_id"] = enterprise;
            fields["enterprise_name"] = enterprise.ToLowerInvariant();
        }

        return fields;
    }
}
