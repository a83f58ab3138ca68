using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Chat.Commands;
using Bot.Discord.Api;
using Bot.Discord.Receiving;

namespace Bot.Discord.Setup.Registration;

/// <summary>
/// Registers the catalogue's commands for all servers, at one stroke and only when something differs from what is
/// registered. https://discord.com/developers/docs/interactions/application-commands#bulk-overwrite-global-application-commands
/// </summary>
public sealed class CommandRegistrar(CommandCatalogue catalogue, DiscordClient client, DiscordOptions options, TimeProvider time)
{
    private static readonly TimeSpan PerCall = TimeSpan.FromSeconds(20);

    /// <summary>Never throws for what Discord answers.</summary>
    public async Task<RegistrationResult> RegisterAsync(CancellationToken cancellationToken)
    {
        var body = CommandBody.Of(catalogue);
        if (CommandProblems.Of(body).ToList() is { Count: > 0 } problems)
        {
            return new RegistrationResult(RegistrationStatus.Refused, body.Count, string.Join("; ", problems));
        }

        var registered = await SendAsync(BotRoutes.GetCommands(options.ApplicationId), null, cancellationToken);
        if (registered is not DiscordAnswer.Accepted { Json: { ValueKind: JsonValueKind.Array } json })
        {
            return Failed(registered, body.Count);
        }

        if (CommandForm.Of(JsonArray.Create(json)!) == CommandForm.Of(body))
        {
            return new RegistrationResult(RegistrationStatus.Unchanged, body.Count, null);
        }

        var written = await SendAsync(BotRoutes.OverwriteCommands(options.ApplicationId), JsonSerializer.SerializeToUtf8Bytes(body), cancellationToken);
        return written is DiscordAnswer.Accepted
            ? new RegistrationResult(RegistrationStatus.Registered, body.Count, null)
            : Failed(written, body.Count);
    }

    private static RegistrationResult Failed(DiscordAnswer answer, int commands) => answer switch
    {
        DiscordAnswer.Refused { Status: < 500 } refused => new(RegistrationStatus.Refused, commands, $"{refused.Status} {refused.Code} {refused.Detail}"),
        _ => new(RegistrationStatus.Unanswered, commands, BotRoutes.Describe(answer)),
    };

    private async Task<DiscordAnswer> SendAsync(DiscordRoute route, ReadOnlyMemory<byte>? body, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(PerCall, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        return await client.SendAsync(route, body, either.Token);
    }
}
