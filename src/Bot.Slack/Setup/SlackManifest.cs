using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Slack.Receiving.Http;

namespace Bot.Slack.Setup;

/// <summary>The Slack app's manifest (https://docs.slack.dev/reference/app-manifest), generated from the command catalogue.</summary>
public static class SlackManifest
{
    private static readonly LocalizedText Name = SlackTexts.Both("SlackManifest.Briefing");

    private static readonly LocalizedText Description = SlackTexts.Both("SlackManifest.PostsDailyBriefingAsThread");

    /// <summary>A longer list of values is replaced by what they are.</summary>
    private const int MostValues = 4;

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="address">Where Slack reaches the bot over https; null for Socket Mode, where a manifest has no address.</param>
    /// <exception cref="ArgumentException">Slack would refuse the manifest; the message says why.</exception>
    public static string Create(CommandCatalogue catalogue, Locale locale, Uri? address)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var manifest = new JsonObject
        {
            ["_metadata"] = new JsonObject { ["major_version"] = 1, ["minor_version"] = 1 },
            ["display_information"] = new JsonObject { ["name"] = Name.In(locale), ["description"] = Description.In(locale) },
            ["features"] = new JsonObject
            {
                ["app_home"] = new JsonObject
                {
                    ["home_tab_enabled"] = false,
                    ["messages_tab_enabled"] = true,
                    ["messages_tab_read_only_enabled"] = false,
                },
                ["bot_user"] = new JsonObject { ["display_name"] = Name.In(locale), ["always_online"] = true },
                ["slash_commands"] = new JsonArray([
                    .. catalogue
                        .All.Where(command => command.Under is null && command.TypedAfter is null)
                        .Select(command => Command(command, catalogue, locale, address)),
                ]),
            },
            ["oauth_config"] = new JsonObject
            {
                ["scopes"] = new JsonObject { ["bot"] = new JsonArray([.. SlackScope.Bot.Select(scope => (JsonNode)scope.Name)]) },
            },
            ["settings"] = new JsonObject
            {
                ["event_subscriptions"] = WithAddress(
                    address,
                    SlackRoutes.Events,
                    new JsonObject { ["bot_events"] = new JsonArray("app_mention", "app_uninstalled", "message.im", "tokens_revoked") }
                ),
                ["interactivity"] = WithAddress(address, SlackRoutes.Interactions, new JsonObject { ["is_enabled"] = true }),
                ["org_deploy_enabled"] = false,
                ["socket_mode_enabled"] = address is null,
                ["token_rotation_enabled"] = false,
                ["is_hosted"] = false,
            },
        };
        ManifestLimits.Check(manifest);
        return manifest.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Command(Command command, CommandCatalogue catalogue, Locale locale, Uri? address)
    {
        var json = new JsonObject
        {
            ["command"] = "/" + catalogue.Typed.Prefix + command.Name,
            ["description"] = command.Summary.In(locale),
            // Off, so that a bare domain such as "x.ai" arrives as it was typed.
            ["should_escape"] = false,
        };
        if (Usage(command, catalogue) is { Length: > 0 } usage)
        {
            json["usage_hint"] = usage;
        }

        if (address is not null)
        {
            json["url"] = new Uri(address, SlackRoutes.Commands).ToString();
        }

        return json;
    }

    /// <summary>Its own arguments, then the subcommands typed after it, including those of other commands.</summary>
    private static string Usage(Command command, CommandCatalogue catalogue) =>
        string.Join(
            " | ",
            catalogue
                .All.Where(one => one == command || one.Under == command.Name || one.TypedAfter == command.Name)
                .SelectMany(one => one.Subcommands.Select(subcommand => (one, subcommand)))
                .Select(pair =>
                    $"{$"{(pair.one.TypedAfter is null ? "" : pair.one.Name)} {pair.subcommand.Name}".Trim()} {Usage(pair.subcommand.Arguments)}".Trim()
                )
                .Where(usage => usage.Length > 0)
        );

    private static string Usage(IEnumerable<CommandArgument> arguments) =>
        string.Join(
            ' ',
            arguments.Select(argument =>
            {
                var values = argument.Choices.Count is > 0 and <= MostValues
                    ? string.Join('|', argument.Choices.Select(choice => choice.Value))
                    : argument.Name;
                return argument.Required ? values : $"[{values}]";
            })
        );

    private static JsonObject WithAddress(Uri? address, string path, JsonObject json)
    {
        if (address is not null)
        {
            json.Insert(0, "request_url", new Uri(address, path).ToString());
        }

        return json;
    }
}
