using Bot.Chat.Diagnosis;
using Bot.Chat.Platforms;
using Bot.Discord.Api;
using Bot.Discord.Receiving;
using Bot.Discord.Receiving.Http;
using Bot.Discord.Setup.Permissions;

namespace Bot.Discord.Setup;

/// <summary>
/// Whether the token is good, whose it is, and whether interactions arrive where this process listens; and how the bot
/// is invited. Asks Discord once and changes nothing.
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
            new(Verdict.Ok, Subject, new("特権インテントは不要です（Developer Portal の Bot でオフのままにできます）", "no privileged intent is needed (leave all off under Bot in the Developer Portal)")),
            .. ClockFinding.Of(PlatformId.Discord, client.Clock),
            .. Invitation(options),
        ];
    }

    /// <summary>What the application says against the configuration.</summary>
    internal static IEnumerable<Finding> Of(DiscordApplication application, DiscordOptions options)
    {
        yield return application.Id == options.ApplicationId
            ? new(Verdict.Ok, Subject, new($"トークンは有効です（{application.Name}、{application.Id}）", $"the token is accepted ({application.Name}, {application.Id})"))
            : new(Verdict.Failed, Subject, new(
                $"トークンはアプリケーション {application.Id} のものです。Discord:ApplicationId を直してください",
                $"the token is that of application {application.Id}: correct Discord:ApplicationId"));
        if (options.PublicKey.Length > 0 && application.VerifyKey.Length > 0)
        {
            yield return IsKey(options.PublicKey) || IsKey(options.PreviousPublicKey)
                ? new(Verdict.Ok, Subject, new("公開鍵は Discord のものと一致します", "the public key is the one that Discord has"))
                : new(Verdict.Failed, Subject, new(
                    "Discord:PublicKey が Discord のものと違います。General Information から写し直してください",
                    "Discord:PublicKey is not the one that Discord has: copy it from General Information"));
        }

        yield return Way(application.InteractionsUrl, options.Mode);

        bool IsKey(string key) => string.Equals(key, application.VerifyKey, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The two ways exclude each other. https://discord.com/developers/docs/interactions/overview#preparing-for-interactions</summary>
    private static Finding Way(string url, DiscordMode mode)
    {
        var host = Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host : url;
        return (mode, url.Length > 0) switch
        {
            (DiscordMode.Gateway, true) => new(Verdict.Failed, Subject, new(
                $"コマンドは {host} に送られ、ゲートウェイには何も届きません。General Information の Interactions Endpoint URL を空にするか、Discord:Mode を Http にしてください",
                $"commands are sent to {host}, so nothing arrives over the gateway: clear Interactions Endpoint URL under General Information, or set Discord:Mode to Http")),
            (DiscordMode.Http, false) => new(Verdict.Failed, Subject, new(
                $"Interactions Endpoint URL が空なので、コマンドが届きません。https://あなたのホスト{DiscordEndpoint.Path} を設定するか、Discord:Mode を Gateway にしてください",
                $"Interactions Endpoint URL is empty, so no command arrives: set it to https://YOUR-HOST{DiscordEndpoint.Path}, or set Discord:Mode to Gateway")),
            (DiscordMode.Http, true) when address?.AbsolutePath != DiscordEndpoint.Path => new(Verdict.Warning, Subject, new(
                $"コマンドは {host}{address?.AbsolutePath} に送られます。ボットは {DiscordEndpoint.Path} で受け取ります",
                $"commands are sent to {host}{address?.AbsolutePath}; the bot takes them at {DiscordEndpoint.Path}")),
            (DiscordMode.Http, true) => new(Verdict.Ok, Subject, new($"コマンドは {host} に届きます（HTTP）", $"commands arrive at {host} (HTTP)")),
            _ => new(Verdict.Ok, Subject, new("コマンドはゲートウェイで届きます", "commands arrive over the gateway")),
        };
    }

    private static Finding Unanswered(DiscordAnswer answer) => answer is DiscordAnswer.Refused { Error: DiscordError.TokenRefused }
        ? new(Verdict.Failed, Subject, new(
            "トークンが拒否されました。Developer Portal の Bot で Reset Token し、Discord:Token に設定してください",
            "the token is refused: reset it under Bot in the Developer Portal and set Discord:Token"))
        : new(Verdict.Failed, Subject, new(
            $"Discord から使える答えがありません: {BotRoutes.Describe(answer)}",
            $"Discord gave no usable answer: {BotRoutes.Describe(answer)}"));

    private static IEnumerable<Finding> Invitation(DiscordOptions options)
    {
        var link = DiscordPermissions.InviteLink(options.ApplicationId);
        yield return new(Verdict.Ok, Subject, new($"サーバーへの招待: {link}", $"to invite it to a server: {link}"));
        foreach (var (_, name, reason) in DiscordPermissions.Wanted)
        {
            yield return new(Verdict.Ok, Subject, new($"権限「{name.Japanese}」: {reason.Japanese}", $"permission \"{name.English}\": {reason.English}"));
        }
    }
}
