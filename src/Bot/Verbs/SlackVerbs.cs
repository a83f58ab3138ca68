using System.CommandLine;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Configuration;
using Bot.Slack.Setup;
using Command = System.CommandLine.Command;

namespace Bot.Verbs;

/// <summary><c>slack manifest</c>: the Slack app as its manifest, made from the command catalogue. Touches no database and no network.</summary>
internal static class SlackVerbs
{
    public static Command Create(Surroundings surroundings)
    {
        var url = new Option<string?>("--url")
        {
            Description = surroundings.Say(new(
                "Slack から届く https のアドレス（例 https://bot.example.org）。なければ Socket Mode の形です",
                "The https address where Slack reaches the bot (for example https://bot.example.org); without it, the form for Socket Mode")),
        };
        url.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && Host(text) is null)
            {
                result.AddError(surroundings.Say(new(
                    "--url は https:// で始まる、パスのないアドレスにしてください", "--url must be an address that begins with https:// and has no path")));
            }
        });
        var locale = new Option<string?>("--locale") { Description = surroundings.Say(new("コマンドの説明の言語", "Language of the commands' descriptions")) };
        locale.AcceptOnlyFromAmong("ja", "en");
        var manifest = new Command("manifest", surroundings.Say(new(
            "Slack のアプリ・マニフェストを出します。アプリの作成画面に貼り付けてください",
            "Prints the manifest of the Slack app: paste it where the app is created")))
        {
            url,
            locale,
        };
        manifest.SetAction((parsed, cancellationToken) => ManifestAsync(
            surroundings,
            parsed.GetValue(url) is { } text ? Host(text) : null,
            parsed.GetValue(locale) switch { "ja" => Locale.Japanese, "en" => Locale.English, _ => surroundings.ReplyLocale },
            cancellationToken));
        return new Command("slack", surroundings.Say(new("Slack のアプリの準備", "Sets up the Slack app")))
        {
            manifest,
        };
    }

    private static Uri? Host(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "https", AbsolutePath: "/", Query: "", Fragment: "" } ? uri : null;

    private static async Task<int> ManifestAsync(Surroundings surroundings, Uri? address, Locale locale, CancellationToken cancellationToken)
    {
        if (Configured.OrComplain(surroundings) is not { } configured)
        {
            return ExitCode.Failed;
        }

        await using var services = Composition.Provider(surroundings, configured);
        try
        {
            await surroundings.Output.WriteAsync(SlackManifest.Create(services.GetRequiredService<CommandCatalogue>(), locale, address).AsMemory(), cancellationToken);
            return ExitCode.Done;
        }
        catch (ArgumentException exception)
        {
            surroundings.Complain(new($"Slack が受け付けないマニフェストになります: {exception.Message}", $"Slack would refuse the manifest: {exception.Message}"));
            return ExitCode.Failed;
        }
    }
}
