using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Emulators.Discord.World;
using Bot.Emulators.Log;
using Bot.Emulators.TestChat;

namespace Bot.Emulators.Discord.Gateway;

/// <summary>The gateway: its connections, its dispatches, and the failures a test injects.</summary>
/// <remarks>https://docs.discord.com/developers/events/gateway</remarks>
public sealed class GatewayServer
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, GatewaySession> _sessions = [];
    private readonly List<GatewayConnection> _connections = [];
    private readonly DiscordWorld _world;
    private readonly TokenList _tokens;
    private readonly ServerLog _log;
    private readonly TimeProvider _time;
    private readonly Pace _identifies;
    private int _accepted;

    internal GatewayServer(DiscordWorld world, TokenList tokens, ServerLog log, TimeProvider time)
    {
        (_world, _tokens, _log, _time) = (world, tokens, log, time);
        _identifies = new Pace(TimeSpan.FromSeconds(5), time);
        world.Publish = Publish;
    }

    public GatewaySettings Settings { get; } = new();

    /// <summary>Open connections, in order of arrival.</summary>
    public IReadOnlyList<GatewayConnection> Connections
    {
        get
        {
            lock (_gate)
            {
                return [.. _connections];
            }
        }
    }

    /// <summary>Tells all clients to reconnect and resume.</summary>
    public void Reconnect() => Each(connection => connection.Send(Opcode.Reconnect, null), "reconnect");

    /// <summary>Tells all clients that their session is invalid.</summary>
    /// <param name="resumable">Whether to say that resuming may help.</param>
    public void Invalidate(bool resumable) =>
        Each(
            connection =>
            {
                Detach(connection, forgets: !resumable);
                connection.Send(Opcode.InvalidSession, resumable);
            },
            $"invalidate {resumable}"
        );

    public void AskHeartbeat() => Each(connection => connection.Send(Opcode.Heartbeat, null), "ask-heartbeat");

    /// <summary>Stays silent on the open sockets; later connections behave normally.</summary>
    public void FallSilent() => Each(connection => connection.IsSilent = true, "silence");

    public void Close(int code) => Each(connection => connection.Close(code), $"close {code}");

    /// <summary>Drops all connections without a close frame.</summary>
    public void Drop() => Each(connection => connection.Drop(), "drop");

    /// <summary>Sends any text as a frame.</summary>
    public void SendRaw(string frame) => Each(connection => connection.Send(frame), "raw");

    /// <summary>Serves one client until it disconnects.</summary>
    internal async Task ServeAsync(HttpContext context, CancellationToken stopping)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = 400;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping, context.RequestAborted);
        var query = context.Request.Query;
        using var connection = new GatewayConnection(
            Interlocked.Increment(ref _accepted),
            socket,
            query["compress"] == "zlib-stream",
            limit.Token
        )
        {
            UserAgent = context.Request.Headers.UserAgent.ToString(),
        };
        lock (_gate)
        {
            _connections.Add(connection);
        }

        Note(connection, $"connected {context.Request.Path}");
        var writing = connection.WriteAsync();
        try
        {
            var isRightVersion = query["v"].ToString() is "10" or "9" && query["encoding"].ToString() is "json" or "";
            if (isRightVersion)
            {
                await new GatewayTalk(this, connection, _time).RunAsync();
            }
            else
            {
                connection.Close(CloseCode.InvalidVersion);
                await connection.ReadAsync();
            }
        }
        finally
        {
            Leave(connection);
            await Task.WhenAny(writing, Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None));
        }
    }

    /// <summary>Starts a session, or returns why not.</summary>
    /// <returns>0, a close code, or -1 for too many at once, which means an invalid session.</returns>
    internal int Identify(GatewayConnection connection, string token, int intents, (int Id, int Count) shard)
    {
        lock (_world.Gate)
        {
            lock (_gate)
            {
                if (!_identifies.Take(Settings.MaxConcurrency))
                {
                    return -1;
                }

                if (Settings.StartsRemaining <= 0)
                {
                    // Discord resets the token if the daily starts are exceeded.
                    _tokens.Revoke(token);
                }

                Settings.StartsRemaining--;
                var print = ChatCall.Fingerprint(token);
                if (!_tokens.Accepts(print))
                {
                    return CloseCode.AuthenticationFailed;
                }

                var session = new GatewaySession($"{_accepted:x8}{_world.Ids.Next():x16}", print, intents, shard)
                {
                    Connection = connection,
                };
                connection.Session = session;
                _sessions[session.Id] = session;
                Greet(session, shard, connection);
                return 0;
            }
        }
    }

    /// <summary>Resumes a session.</summary>
    /// <returns>0, a close code, or -1 if the session no longer exists.</returns>
    internal int Resume(GatewayConnection connection, string token, string id, int sequence)
    {
        lock (_world.Gate)
        {
            lock (_gate)
            {
                if (
                    !_sessions.TryGetValue(id, out var session)
                    || session.Token != ChatCall.Fingerprint(token)
                    || _time.GetUtcNow() - session.LostAt > Settings.ResumeWindow
                )
                {
                    return -1;
                }

                if (sequence > session.Sequence || sequence < 0)
                {
                    return CloseCode.InvalidSequence;
                }

                session.Connection?.Drop();
                (session.Connection, session.LostAt, connection.Session) = (connection, null, session);
                session.Replay(sequence);
                session.Dispatch("RESUMED", new JsonObject());
                return 0;
            }
        }
    }

    internal void Note(GatewayConnection connection, string what) =>
        _log.Append(sequence => new LogEntry(sequence, _time.GetUtcNow(), LogKind.Gateway, "gateway", "")
        {
            Request = connection.Number,
            Token = connection.Session?.Token,
            Detail = what,
        });

    /// <summary>Where sessions are resumed: a different address than the first, as with Discord.</summary>
    internal string? ResumeUrl { get; set; }

    private void Greet(GatewaySession session, (int Id, int Count) shard, GatewayConnection connection)
    {
        var guilds = _world.Guilds.Where(guild => guild.Members.ContainsKey(_world.Application.Bot.Id)).ToList();
        session.Dispatch(
            "READY",
            new JsonObject
            {
                ["v"] = 10,
                ["user"] = _world.Application.Bot.ToOwnJson(),
                ["guilds"] = new JsonArray([
                    .. guilds.Select(guild => (JsonNode)new JsonObject { ["id"] = Snowflakes.Text(guild.Id), ["unavailable"] = true }),
                ]),
                ["session_id"] = session.Id,
                ["session_type"] = "normal",
                ["resume_gateway_url"] = ResumeUrl,
                ["shard"] = new JsonArray(shard.Id, shard.Count),
                ["application"] = new JsonObject { ["id"] = Snowflakes.Text(_world.Application.Id), ["flags"] = 0 },
                ["private_channels"] = new JsonArray(),
                ["relationships"] = new JsonArray(),
                ["presences"] = new JsonArray(),
            }
        );
        Note(connection, "ready");
        foreach (var guild in guilds.Where(guild => !guild.Unavailable))
        {
            var happened = new DiscordEvent("GUILD_CREATE", [], DiscordEvent.Guilds);
            if (session.IsTold(guild, happened))
            {
                session.Dispatch(happened.Name, _world.GuildCreate(guild));
            }
        }
    }

    private void Publish(Guild guild, DiscordEvent happened)
    {
        lock (_gate)
        {
            foreach (var session in _sessions.Values.Where(session => session.IsTold(guild, happened)))
            {
                session.Dispatch(happened.Name, happened.Data);
            }
        }
    }

    private void Leave(GatewayConnection connection)
    {
        lock (_gate)
        {
            _connections.Remove(connection);
            // A normal close ends the session: https://docs.discord.com/developers/events/gateway#disconnecting
            Detach(connection, forgets: connection.ClosedByClient is 1000 or 1001);
        }

        Note(connection, $"gone {connection.ClosedByClient?.ToString(CultureInfo.InvariantCulture) ?? "without a word"}");
    }

    private void Detach(GatewayConnection connection, bool forgets)
    {
        lock (_gate)
        {
            if (connection.Session is not { } session || session.Connection != connection)
            {
                return;
            }

            (session.Connection, session.LostAt, connection.Session) = (null, _time.GetUtcNow(), null);
            if (forgets)
            {
                _sessions.Remove(session.Id);
            }
        }
    }

    private void Each(Action<GatewayConnection> act, string what)
    {
        foreach (var connection in Connections)
        {
            Note(connection, what);
            act(connection);
        }
    }
}
