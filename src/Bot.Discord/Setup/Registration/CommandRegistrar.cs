using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Chat.Commands;
using Bot.Discord.Api;
using Bot.Discord.Receiving;

namespace Bot.Discord.Setup.Registration;

/// <summary>
/// Registers the catalogue's commands for all servers, in one call and only if something differs from what is registered.
/// https://discord.com/developers/docs/interactions/application-commands#bulk-overwrite-global-application-commands
/// </summary>
public sealed class CommandRegistrar(CommandCatalogue catalogue, DiscordClient client, DiscordOptions options, TimeProvider time)
{
    private static readonly TimeSpan PerCall = TimeSpan.FromSeconds(20);

    /// <summary>Never throws on any answer by Discord.</summary>
    public async Task<RegistrationResult> RegisterAsync(CancellationToken cancellationToken)
    {
        var body = CommandBody.Of(catalogue);
        if (CommandProblems.Of(body).ToList() is { Count: > 0 } problems)
        {
            return new RegistrationResult(RegistrationStatus.Refused, body.Count, string.Join("; ", problems));
        }

        var registered = await SendAsync(BotRoutes.GetCommands(options.ApplicationId), null, cancellationToken);
        if (registered is not DiscordAnswer.Accepted { Json: { ValueKind: JsonValueKind.Array } json } || ReadList(json) is not { } present)
        {
            return Failed(registered, body.Count);
        }

        var names = catalogue.All.Select(command => command.Name).ToHashSet(StringComparer.Ordinal);
        var foreign = ForeignCommands.Of(present, names);
        var kept = foreign.Select(ForeignCommands.Shown).ToList();
        var before = present.Except(foreign).ToList();
        if (CommandForm.Of(before) == CommandForm.Of(body))
        {
            return new RegistrationResult(RegistrationStatus.Unchanged, body.Count, null) { Kept = kept };
        }

        var changed = Changed(before, body);
        foreach (var command in foreign)
        {
            body.Add(ForeignCommands.Carried(command));
        }

        var written = await SendAsync(
            BotRoutes.OverwriteCommands(options.ApplicationId),
            JsonSerializer.SerializeToUtf8Bytes(body),
            cancellationToken
        );
        return written is DiscordAnswer.Accepted
            ? new RegistrationResult(RegistrationStatus.Registered, names.Count, null) { Kept = kept, Replaced = changed }
            : Failed(written, names.Count);
    }

    /// <summary>Commands that were registered differently, and those that are gone.</summary>
    private static List<string> Changed(List<JsonObject> before, JsonArray body)
    {
        var wanted = body.OfType<JsonObject>().ToDictionary(ForeignCommands.NameOf, command => CommandForm.Of(new[] { command }));
        return
        [
            .. before
                .Where(command => CommandForm.Of(new[] { command }) != wanted.GetValueOrDefault(ForeignCommands.NameOf(command)))
                .Select(ForeignCommands.Shown),
        ];
    }

    /// <summary>Null if it is not a list of commands.</summary>
    private static List<JsonObject>? ReadList(JsonElement json)
    {
        try
        {
            return [.. JsonArray.Create(json)!.OfType<JsonObject>().Where(command => ForeignCommands.NameOf(command).Length > 0)];
        }
        catch (Exception failure) when (failure is InvalidOperationException or ArgumentException)
        {
            // A text with half a surrogate pair, or a duplicate name.
            return null;
        }
    }

    private static RegistrationResult Failed(DiscordAnswer answer, int commands) =>
        answer switch
        {
            DiscordAnswer.Refused { Error: DiscordError.TokenRefused } refused => new(
                RegistrationStatus.TokenRefused,
                commands,
                $"{refused.Status} {refused.Code} {refused.Detail}"
            ),
            DiscordAnswer.Refused { Code: not 0, Status: < 500 } refused => new(
                RegistrationStatus.Refused,
                commands,
                $"{refused.Status} {refused.Code} {refused.Detail}"
            ),
            _ => new(RegistrationStatus.Unanswered, commands, BotRoutes.Describe(answer)),
        };

    private async Task<DiscordAnswer> SendAsync(DiscordRoute route, ReadOnlyMemory<byte>? body, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(PerCall, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        return await client.SendAsync(route, body, either.Token);
    }
}
