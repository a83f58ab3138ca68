using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Rules;

namespace Bot.Emulators.Discord.Gateway;

/// <summary>
/// The protocol with one client: hello, heartbeats, identify or resume; any violation closes it with the matching code.
/// </summary>
internal sealed class GatewayTalk(GatewayServer server, GatewayConnection connection, TimeProvider time)
{
    private static readonly int KnownIntents = Enumerable.Range(0, 17).Concat([20, 21, 24, 25]).Sum(bit => 1 << bit);
    private readonly Pace _messages = new(TimeSpan.FromMinutes(1), time);
    private long _lastHeartbeat;
    private bool _hasBeaten;

    private GatewaySettings Settings => server.Settings;

    public async Task RunAsync()
    {
        if (Settings.Mutes > 0)
        {
            Settings.Mutes--;
            connection.IsSilent = true;
        }

        if (Settings.ReconnectsBeforeHello > 0)
        {
            Settings.ReconnectsBeforeHello--;
            connection.Send(Opcode.Reconnect, null);
        }

        _lastHeartbeat = time.GetTimestamp();
        if (Settings.BareHellos > 0)
        {
            Settings.BareHellos--;
            connection.Send("""{"op":10}""");
        }

        connection.Send(
            Opcode.Hello,
            new JsonObject { ["heartbeat_interval"] = (int)Settings.HeartbeatInterval.TotalMilliseconds, ["_trace"] = new JsonArray() }
        );
        var watching = WatchAsync();
        while (await NextAsync() is { } frame)
        {
            if (connection.IsSilent)
            {
                server.Note(connection, "unheard");
                continue;
            }

            var code = Take(frame);
            if (code != 0)
            {
                server.Note(connection, string.Create(CultureInfo.InvariantCulture, $"closing {code}"));
                connection.Close(code);
            }
        }

        _ = watching;
    }

    private async Task<string?> NextAsync()
    {
        try
        {
            return await connection.ReadAsync();
        }
        catch (InvalidDataException)
        {
            server.Note(connection, "closing 4002");
            connection.Close(CloseCode.Decode);
            return null;
        }
    }

    /// <returns>0, or a close code.</returns>
    private int Take(string frame)
    {
        if (!_messages.Take(Settings.MessagesPerMinute))
        {
            return CloseCode.RateLimited;
        }

        JsonNode? payload;
        try
        {
            payload = JsonNode.Parse(frame);
        }
        catch (JsonException)
        {
            return CloseCode.Decode;
        }

        if (payload is not JsonObject json || json["op"].Number() is not { } op)
        {
            return CloseCode.Decode;
        }

        return (Opcode)op switch
        {
            Opcode.Heartbeat => Heartbeat(json["d"]),
            Opcode.Identify => connection.Session is null ? Identify(json["d"]) : CloseCode.AlreadyAuthenticated,
            Opcode.Resume => connection.Session is null ? Resume(json["d"]) : CloseCode.AlreadyAuthenticated,
            Opcode.Presence or Opcode.VoiceState or Opcode.RequestMembers => connection.Session is null ? CloseCode.NotAuthenticated : 0,
            _ => CloseCode.UnknownOpcode,
        };
    }

    private int Heartbeat(JsonNode? sequence)
    {
        var waited = time.GetElapsedTime(_lastHeartbeat);
        var kind = _hasBeaten ? "heartbeat" : "first-heartbeat";
        server.Note(
            connection,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{kind} {sequence?.ToJsonString() ?? "null"} after {waited.TotalMilliseconds:0} ms"
            )
        );
        (_lastHeartbeat, _hasBeaten) = (time.GetTimestamp(), true);
        connection.Send(Opcode.HeartbeatAck, null);
        return 0;
    }

    private int Identify(JsonNode? data)
    {
        if (data?["token"].Text() is not { } token || data["properties"] is not JsonObject)
        {
            return CloseCode.Decode;
        }

        if (data["intents"].Number() is not { } intents || (intents & ~KnownIntents) != 0)
        {
            return CloseCode.InvalidIntents;
        }

        if ((intents & Settings.PrivilegedIntents) != 0)
        {
            return CloseCode.DisallowedIntents;
        }

        var shard = data["shard"] is JsonArray { Count: 2 } pair
            ? (Id: pair[0].Number() ?? -1, Count: pair[1].Number() ?? 0)
            : (Id: 0, Count: 1);
        if (shard.Count < 1 || shard.Id < 0 || shard.Id >= shard.Count)
        {
            return CloseCode.InvalidShard;
        }

        server.Note(connection, string.Create(CultureInfo.InvariantCulture, $"identify intents {intents}"));
        return Invalid(server.Identify(connection, Bare(token), intents, shard));
    }

    private int Resume(JsonNode? data)
    {
        if (
            data?["token"].Text() is not { } token
            || data["session_id"].Text() is not { } session
            || data["seq"].Number() is not { } sequence
        )
        {
            return CloseCode.Decode;
        }

        server.Note(connection, string.Create(CultureInfo.InvariantCulture, $"resume {sequence}"));
        return Invalid(server.Resume(connection, Bare(token), session, sequence));
    }

    private int Invalid(int result)
    {
        if (result != -1)
        {
            return result;
        }

        server.Note(connection, "invalid session");
        connection.Send(Opcode.InvalidSession, false);
        return 0;
    }

    /// <summary>Closes the connection if the client sends no heartbeat.</summary>
    private async Task WatchAsync()
    {
        try
        {
            while (true)
            {
                var left = Settings.HeartbeatInterval * Settings.HeartbeatTolerance - time.GetElapsedTime(_lastHeartbeat);
                if (left <= TimeSpan.Zero)
                {
                    server.Note(connection, "closing 4009");
                    connection.Close(CloseCode.SessionTimedOut);
                    return;
                }

                await Task.Delay(left, time, connection.Gone);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The client closed first.
        }
    }

    private static string Bare(string token) => token.StartsWith("Bot ", StringComparison.Ordinal) ? token["Bot ".Length..] : token;
}
