using System.Text.Json.Nodes;

namespace Bot.Discord.Tests.Receiving;

/// <summary>Interactions as Discord sends them, including what the bot does not use.</summary>
internal static class Samples
{
    public const string Guild = "1456000000000000002";
    public const string Channel = "1456000000000000003";
    public const string User = "1456000000000000010";

    /// <summary>View, send and related permissions of a member without admin rights.</summary>
    public const string MemberPermissions = "309237763072";

    public static string Command(string name, params (string Name, string Value)[] options) =>
        Of(
                2,
                new JsonObject
                {
                    ["id"] = "1456000000000000020",
                    ["name"] = name,
                    ["type"] = 1,
                    ["options"] = Options(options),
                }
            )
            .ToJsonString();

    public static string Subcommand(string name, string subcommand, params (string Name, string Value)[] options) =>
        Of(
                2,
                new JsonObject
                {
                    ["id"] = "1456000000000000020",
                    ["name"] = name,
                    ["type"] = 1,
                    ["options"] = new JsonArray(
                        new JsonObject
                        {
                            ["name"] = subcommand,
                            ["type"] = 1,
                            ["options"] = Options(options),
                        }
                    ),
                }
            )
            .ToJsonString();

    public static string Autocomplete(string name, string option, string typed) =>
        Of(
                4,
                new JsonObject
                {
                    ["id"] = "1456000000000000020",
                    ["name"] = name,
                    ["type"] = 1,
                    ["options"] = new JsonArray(
                        new JsonObject
                        {
                            ["name"] = option,
                            ["type"] = 3,
                            ["value"] = typed,
                            ["focused"] = true,
                        }
                    ),
                }
            )
            .ToJsonString();

    public static string Button(string code)
    {
        var node = Of(
            3,
            new JsonObject
            {
                ["custom_id"] = code,
                ["component_type"] = 2,
                ["id"] = 3,
            }
        );
        node["message"] = new JsonObject
        {
            ["id"] = "1456000000000000050",
            ["channel_id"] = Channel,
            ["flags"] = 32768,
            ["components"] = new JsonArray(),
        };
        return node.ToJsonString();
    }

    public static string Modal() =>
        Of(
                5,
                new JsonObject
                {
                    ["custom_id"] = "sub-edit",
                    ["components"] = new JsonArray(
                        new JsonObject
                        {
                            ["type"] = 18,
                            ["component"] = new JsonObject
                            {
                                ["type"] = 4,
                                ["custom_id"] = "keywords",
                                ["value"] = "xAI",
                            },
                        }
                    ),
                }
            )
            .ToJsonString();

    public static JsonObject Of(int type, JsonNode? data) =>
        new()
        {
            ["id"] = "1456000000000000101",
            ["application_id"] = "1456000000000000001",
            ["type"] = type,
            ["token"] = "tok-cmd",
            ["version"] = 1,
            ["guild_id"] = Guild,
            ["guild"] = new JsonObject
            {
                ["id"] = Guild,
                ["locale"] = "ja",
                ["features"] = new JsonArray(),
            },
            ["channel_id"] = Channel,
            ["channel"] = new JsonObject
            {
                ["id"] = Channel,
                ["type"] = 0,
                ["name"] = "ai-news",
                ["permissions"] = MemberPermissions,
            },
            ["member"] = new JsonObject
            {
                ["user"] = new JsonObject
                {
                    ["id"] = User,
                    ["username"] = "hanako",
                    ["global_name"] = "花子",
                    ["avatar"] = null,
                },
                ["nick"] = null,
                ["roles"] = new JsonArray(),
                ["permissions"] = MemberPermissions,
            },
            ["app_permissions"] = MemberPermissions,
            ["locale"] = "ja",
            ["guild_locale"] = "ja",
            ["context"] = 0,
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = Guild },
            ["entitlements"] = new JsonArray(),
            ["data"] = data,
        };

    private static JsonArray Options((string Name, string Value)[] options) =>
        [
            .. options.Select(
                JsonNode? (option) =>
                    new JsonObject
                    {
                        ["name"] = option.Name,
                        ["type"] = 3,
                        ["value"] = option.Value,
                    }
            ),
        ];
}
