using System.CommandLine;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Platforms;
using Bot.Chat.Text;
using Bot.Configuration;
using Command = System.CommandLine.Command;

namespace Bot.Verbs;

/// <summary><c>ask "/funding xai"</c>: the reply to a slash command, as text or as a platform's payload. The operator may call what admins of a workspace may, about all of them.</summary>
internal static class AskVerb
{
    /// <summary>Where the operator's own calls come from.</summary>
    private static readonly PlatformId CommandLine = new("cli");

    public static Command Create(Surroundings surroundings)
    {
        var text = new Argument<string[]>("TEXT")
        {
            Description = surroundings.Say(new("コマンド（例 \"/funding xai\"）", "A command (for example \"/funding xai\")")),
            Arity = ArgumentArity.OneOrMore,
        };
        var locale = new Option<string?>("--locale") { Description = surroundings.Say(new("回答の言語", "Language of the reply")) };
        locale.AcceptOnlyFromAmong("ja", "en");
        var platform = new Option<string>("--platform")
        {
            Description = surroundings.Say(new("回答の形", "Form of the reply")),
            DefaultValueFactory = _ => "text",
        };
        platform.AcceptOnlyFromAmong(["text", .. PlatformCatalogue.Names]);
        var verb = new Command("ask", surroundings.Say(new("コマンドの回答を出します", "Prints the reply to a command")))
        {
            text,
            locale,
            platform,
        };
        verb.SetAction((parsed, cancellationToken) => RunAsync(
            surroundings,
            string.Join(' ', parsed.GetRequiredValue(text)),
            parsed.GetValue(locale) switch { "ja" => Locale.Japanese, "en" => Locale.English, _ => surroundings.ReplyLocale },
            PlatformCatalogue.PreviewOf(parsed.GetRequiredValue(platform)),
            cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(Surroundings surroundings, string text, Locale locale, ICallPreview? platform, CancellationToken cancellationToken)
    {
        if (Configured.OrComplain(surroundings) is not { } configured)
        {
            return ExitCode.Failed;
        }

        if (CommandCall.Parse(text, locale) is null)
        {
            surroundings.Complain(new("コマンドがありません（例 ask \"/help\"）", "There is no command (for example ask \"/help\")"));
            return ExitCode.WrongUsage;
        }

        await using var desk = await ArchiveDesk.OpenAsync(surroundings, configured, dryRun: false, cancellationToken);
        var call = desk.Services.GetRequiredService<CommandReader>().Read(text, locale)! with { Platform = platform?.Platform ?? CommandLine, IsOperators = true };
        var reply = await desk.Services.GetRequiredService<CommandDispatcher>().DispatchAsync(call, cancellationToken);
        foreach (var line in platform?.Reply(reply, call) ?? [TextRenderer.Render(reply.Message).TrimEnd()])
        {
            await surroundings.Output.WriteLineAsync(line);
        }

        return reply.Succeeded ? ExitCode.Done : ExitCode.Failed;
    }
}
