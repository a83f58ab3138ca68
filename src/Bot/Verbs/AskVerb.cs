using System.CommandLine;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Platforms;
using Bot.Chat.Text;
using Bot.Configuration;
using Command = System.CommandLine.Command;

namespace Bot.Verbs;

/// <summary>
/// <c>ask "/funding xai"</c>: the reply to a slash command, as text or as a platform's payload. The operator may call whatever a
/// workspace's admins may, for all workspaces.
/// </summary>
internal static class AskVerb
{
    /// <summary>The platform of the operator's own calls.</summary>
    private static readonly PlatformId CommandLine = new("cli");

    public static Command Create(CommandLineContext commandLine)
    {
        var text = new Argument<string[]>("TEXT")
        {
            Description = commandLine.Say(HostTexts.Both("AskVerb.CommandExampleFundingXai")),
            Arity = ArgumentArity.OneOrMore,
        };
        var locale = LocaleOption.Create(commandLine, HostTexts.Both("AskVerb.LanguageReply"));
        var platform = new Option<string>("--platform")
        {
            Description = commandLine.Say(HostTexts.Both("AskVerb.FormReply")),
            DefaultValueFactory = _ => "text",
        };
        platform.AcceptOnlyFromAmong(["text", .. PlatformCatalogue.Names]);
        var verb = new Command("ask", commandLine.Say(HostTexts.Both("AskVerb.PrintsReplyToCommand"))) { text, locale, platform };
        verb.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    commandLine,
                    string.Join(' ', parsed.GetRequiredValue(text)),
                    parsed.GetValue(locale) ?? commandLine.ReplyLocale,
                    parsed.GetRequiredValue(platform),
                    cancellationToken
                )
        );
        return verb;
    }

    private static async Task<int> RunAsync(
        CommandLineContext commandLine,
        string text,
        Locale locale,
        string form,
        CancellationToken cancellationToken
    )
    {
        if (Configured.OrComplain(commandLine) is not { } configured)
        {
            return ExitCode.Failed;
        }

        if (CommandCall.Parse(text, locale) is null)
        {
            commandLine.Complain(HostTexts.Both("AskVerb.NoCommandExampleAskHelp"));
            return ExitCode.WrongUsage;
        }

        var platform = PlatformCatalogue.PreviewOf(form, configured.Options);
        await using var desk = await OpenArchive.OpenAsync(commandLine, configured, dryRun: false, cancellationToken);
        var call = desk.Services.GetRequiredService<CommandReader>().Read(text, locale)! with
        {
            Platform = platform?.Platform ?? CommandLine,
            IsOperators = true,
        };
        var reply = await desk.Services.GetRequiredService<CommandDispatcher>().DispatchAsync(call, cancellationToken);
        foreach (var line in platform?.Reply(reply, call) ?? [TextRenderer.Render(reply.Message).TrimEnd()])
        {
            await commandLine.Output.WriteLineAsync(line);
        }

        return reply.Succeeded ? ExitCode.Done : ExitCode.Failed;
    }
}
