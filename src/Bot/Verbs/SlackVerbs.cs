using System.CommandLine;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Configuration;
using Bot.Slack.Setup;
using Command = System.CommandLine.Command;

namespace Bot.Verbs;

/// <summary>
/// <c>slack manifest</c>: the Slack app's manifest, generated from the command catalogue. Uses no database and no network.
/// </summary>
internal static class SlackVerbs
{
    public static Command Create(CommandLineContext commandLine)
    {
        var url = new Option<string?>("--url")
        {
            Description = commandLine.Say(HostTexts.Both("SlackVerbs.HttpsAddressWhereSlackReaches")),
        };
        url.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && Host(text) is null)
            {
                result.AddError(commandLine.Say(HostTexts.Both("SlackVerbs.UrlMustBeAddressBegins")));
            }
        });
        var locale = LocaleOption.Create(commandLine, HostTexts.Both("SlackVerbs.LanguageCommandsDescriptions"));
        var manifest = new Command("manifest", commandLine.Say(HostTexts.Both("SlackVerbs.PrintsManifestSlackApp"))) { url, locale };
        manifest.SetAction(
            (parsed, cancellationToken) =>
                ManifestAsync(
                    commandLine,
                    parsed.GetValue(url) is { } text ? Host(text) : null,
                    parsed.GetValue(locale) ?? commandLine.ReplyLocale,
                    cancellationToken
                )
        );
        return new Command("slack", commandLine.Say(HostTexts.Both("SlackVerbs.SetsUpSlackApp"))) { manifest };
    }

    private static Uri? Host(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "https", AbsolutePath: "/", Query: "", Fragment: "" }
            ? uri
            : null;

    private static async Task<int> ManifestAsync(
        CommandLineContext commandLine,
        Uri? address,
        Locale locale,
        CancellationToken cancellationToken
    )
    {
        if (Configured.OrComplain(commandLine) is not { } configured)
        {
            return ExitCode.Failed;
        }

        await using var services = Composition.Provider(commandLine, configured);
        try
        {
            await commandLine.Output.WriteAsync(
                SlackManifest.Create(services.GetRequiredService<CommandCatalogue>(), locale, address).AsMemory(),
                cancellationToken
            );
            return ExitCode.Done;
        }
        catch (ArgumentException exception)
        {
            commandLine.Complain(HostTexts.Both("SlackVerbs.SlackWouldRefuseManifest", exception.Message));
            return ExitCode.Failed;
        }
    }
}
