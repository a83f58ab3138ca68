using System.CommandLine;
using System.CommandLine.Invocation;
using Bot.Archive.Setup;

namespace Bot.Verbs;

/// <summary>The command line: every verb, and what they have in common (help, exit codes, streams).</summary>
public static class VerbTree
{
    private const string Name = "bot";

    /// <summary>Runs one command line to its end. Never throws: what goes wrong is an exit code and a line on standard error.</summary>
    public static async Task<int> RunAsync(string[] args, Surroundings surroundings, CancellationToken cancellationToken = default)
    {
        var root = Create(surroundings);
        var parsed = root.Parse(args);
        if (parsed.Action is ParseErrorAction)
        {
            return WrongUsage(parsed, surroundings);
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = surroundings.Output,
                    Error = surroundings.Error,
                    EnableDefaultExceptionHandler = false,
                    // The host of serve has a stop of its own; other verbs write in transactions and may be cut off.
                    ProcessTerminationTimeout = null,
                },
                cancellationToken);
        }
        catch (ArchiveException exception)
        {
            surroundings.Complain(exception.Text);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            surroundings.Complain(new("中断しました", "Stopped before the end"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or System.Data.Common.DbException or Microsoft.EntityFrameworkCore.DbUpdateException)
        {
            var reason = exception.GetBaseException().Message;
            surroundings.Complain(new(
                $"できませんでした: {reason}（doctor で設定とデータベースを確かめられます）",
                $"Failed: {reason} (doctor checks configuration and database)"));
        }
        catch (Exception exception)
        {
            surroundings.Complain(new(
                "ボットの誤りです。次の内容を添えて報告してください",
                "This is a fault of the bot; please report it with what follows"));
            await surroundings.Error.WriteLineAsync(exception.ToString());
        }

        return ExitCode.Failed;
    }

    /// <summary>The tree of verbs; the root itself is <c>serve</c>.</summary>
    public static RootCommand Create(Surroundings surroundings)
    {
        var serve = ServeVerb.Create(surroundings);
        var root = new RootCommand(surroundings.Say(new(
            "毎日のブリーフィングを読み、スレッドで配信し、質問に答えます。動詞がなければ serve です",
            "Reads a daily briefing, posts it as a thread and answers questions about it. Without a verb: serve")))
        {
            serve,
            ReadVerb.Create(surroundings),
            RenderVerb.Create(surroundings),
            IngestVerb.Create(surroundings),
            AskVerb.Create(surroundings),
            ConfirmVerb.Create(surroundings),
            ReindexVerb.Create(surroundings),
            SubscriptionsVerbs.Create(surroundings),
            DeliveriesVerbs.Create(surroundings),
            BackupVerb.Create(surroundings),
            DoctorVerb.Create(surroundings),
            SlackVerbs.Create(surroundings),
            DiscordVerbs.Create(surroundings),
        };
        root.HelpName = Name;
        root.Action = serve.Action;
        foreach (var option in serve.Options)
        {
            root.Options.Add(option);
        }

        return root;
    }

    private static int WrongUsage(ParseResult parsed, Surroundings surroundings)
    {
        foreach (var error in parsed.Errors.DistinctBy(error => error.Message))
        {
            surroundings.Error.WriteLine(error.Message);
        }

        var verb = parsed.CommandResult.Command is RootCommand ? "" : $" {Path(parsed.CommandResult)}";
        surroundings.Complain(new($"使い方: {Name}{verb} --help", $"For usage: {Name}{verb} --help"));
        return ExitCode.WrongUsage;
    }

    private static string Path(System.CommandLine.Parsing.CommandResult result) =>
        result.Parent is System.CommandLine.Parsing.CommandResult { Command: not RootCommand } parent
            ? $"{Path(parent)} {result.Command.Name}"
            : result.Command.Name;
}
