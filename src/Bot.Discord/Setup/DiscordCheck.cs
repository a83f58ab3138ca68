using Bot.Chat.Calls;
using Bot.Chat.Diagnosis;
using Bot.Chat.Platforms;
using Bot.Discord.Api;
using Bot.Discord.Receiving;
using Bot.Discord.Receiving.Gateway;
using Bot.Discord.Receiving.Http;
using Bot.Discord.Setup.Permissions;

namespace Bot.Discord.Setup;

/// <summary>
/// Checks whether the token is good, whose it is, and whether interactions arrive where this process listens; and how to invite the bot.
/// Changes nothing.
/// </summary>
internal sealed class DiscordCheck(DiscordClient client, DiscordOptions options, TimeProvider time) : IPlatformCheck
{
    private const string Subject = "discord";

    private static readonly TimeSpan PerCall = TimeSpan.FromSeconds(15);

    public PlatformId Platform => PlatformId.Discord;

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(PerCall, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var answer = await client.SendAsync(BotRoutes.GetApplication, null, either.Token);
        return
        [
            .. answer is DiscordAnswer.Accepted { Json: { } json } && DiscordApplication.Of(json) is { } application
                ? Of(application, options)
                : [Unanswered(answer)],
            new(Verdict.Ok, Subject, DiscordTexts.Both("DiscordCheck.NoPrivilegedIntentIsNeeded")),
            .. answer is DiscordAnswer.Accepted && options.Mode == DiscordMode.Gateway
                ? Shards(await client.SendAsync(BotRoutes.GetGatewayBot, null, either.Token))
                : [],
            .. ClockFinding.Of(PlatformId.Discord, client.Clock),
            .. Invitation(options),
        ];
    }

    /// <summary>Compares the application with the configuration.</summary>
    internal static IEnumerable<Finding> Of(DiscordApplication application, DiscordOptions options)
    {
        yield return application.Id == options.ApplicationId
            ? new(Verdict.Ok, Subject, DiscordTexts.Both("DiscordCheck.TokenIsAccepted", application.Name, application.Id))
            : new(Verdict.Failed, Subject, DiscordTexts.Both("DiscordCheck.TokenIsApplication", application.Id));
        if (options.PublicKey.Length > 0 && application.VerifyKey.Length > 0)
        {
            yield return IsKey(options.PublicKey) || IsKey(options.PreviousPublicKey)
                ? new(Verdict.Ok, Subject, DiscordTexts.Both("DiscordCheck.PublicKeyIsOneDiscord"))
                : new(Verdict.Failed, Subject, DiscordTexts.Both("DiscordCheck.DiscordPublicKeyIsNotOne"));
        }

        yield return Way(application.InteractionsUrl, options.Mode);

        bool IsKey(string key) => string.Equals(key, application.VerifyKey, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// The bot opens one connection, which Discord takes from up to 2,500 servers; HTTP has no such limit.
    /// https://discord.com/developers/docs/events/gateway#get-gateway-bot
    /// </summary>
    internal static IEnumerable<Finding> Shards(DiscordAnswer answer)
    {
        if (answer is DiscordAnswer.Accepted { Json: { } json } && json.IntegerAt("shards") is { } shards)
        {
            yield return shards <= ShardId.Only.Count
                ? new(Verdict.Ok, Subject, DiscordTexts.Both("DiscordCheck.OneConnectionSuffices"))
                : new(Verdict.Warning, Subject, DiscordTexts.Both("DiscordCheck.SeveralConnectionsRecommended", shards));
        }
    }

    /// <summary>
    /// The two modes exclude each other. https://discord.com/developers/docs/interactions/overview#preparing-for-interactions
    /// </summary>
    private static Finding Way(string url, DiscordMode mode)
    {
        var host = Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host : url;
        return (mode, url.Length > 0) switch
        {
            (DiscordMode.Gateway, true) => new(Verdict.Failed, Subject, DiscordTexts.Both("DiscordCheck.CommandsAreSentTo", host)),
            (DiscordMode.Http, false) => new(
                Verdict.Failed,
                Subject,
                DiscordTexts.Both("DiscordCheck.InteractionsEndpointURLIsEmpty", DiscordEndpoint.Path)
            ),
            (DiscordMode.Http, true) when address?.AbsolutePath != DiscordEndpoint.Path => new(
                Verdict.Warning,
                Subject,
                DiscordTexts.Both("DiscordCheck.CommandsAreSentTo2", host, address?.AbsolutePath, DiscordEndpoint.Path)
            ),
            (DiscordMode.Http, true) => new(Verdict.Ok, Subject, DiscordTexts.Both("DiscordCheck.CommandsArriveAtHTTP", host)),
            _ => new(Verdict.Ok, Subject, DiscordTexts.Both("DiscordCheck.CommandsArriveOverGateway")),
        };
    }

    private static Finding Unanswered(DiscordAnswer answer) =>
        answer is DiscordAnswer.Refused { Error: DiscordError.TokenRefused }
            ? new(Verdict.Failed, Subject, DiscordTexts.Both("DiscordCheck.TokenIsRefused"))
            : new(Verdict.Failed, Subject, DiscordTexts.Both("DiscordCheck.DiscordGaveNoUsableAnswer", BotRoutes.Describe(answer)));

    private static IEnumerable<Finding> Invitation(DiscordOptions options)
    {
        var link = DiscordPermissions.InviteLink(options.ApplicationId);
        yield return new(Verdict.Ok, Subject, DiscordTexts.Both("DiscordCheck.ToInviteToServer", link));
        foreach (var (_, name, reason) in DiscordPermissions.Wanted)
        {
            yield return new(Verdict.Ok, Subject, DiscordTexts.Both("DiscordCheck.Permission", name, reason));
        }
    }
}
