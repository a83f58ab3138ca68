using System.Text.Json.Nodes;

namespace Bot.Emulators.Slack.Socket;

/// <summary>The frames on a Socket Mode connection (https://docs.slack.dev/apis/events-api/using-socket-mode).</summary>
internal static class SocketFrames
{
    private const string Host = "applink-emulated";

    public static JsonObject Hello(string appId, int connections) =>
        new()
        {
            ["type"] = "hello",
            ["num_connections"] = connections,
            ["connection_info"] = new JsonObject { ["app_id"] = appId },
            ["debug_info"] = new JsonObject
            {
                ["host"] = Host,
                ["build_number"] = 1,
                ["approximate_connection_time"] = 3600,
            },
        };

    public static JsonObject Disconnect(string reason) =>
        new()
        {
            ["type"] = "disconnect",
            ["reason"] = reason,
            ["debug_info"] = new JsonObject { ["host"] = Host },
        };

    public static JsonObject Envelope(string id, string type, JsonObject payload, int retry, string reason)
    {
        var envelope = new JsonObject
        {
            ["envelope_id"] = id,
            ["type"] = type,
            ["accepts_response_payload"] = type != "events_api",
            ["payload"] = payload.DeepClone(),
        };
        if (type == "events_api")
        {
            (envelope["retry_attempt"], envelope["retry_reason"]) = (retry, reason);
        }

        return envelope;
    }
}
