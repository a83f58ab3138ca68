using System.CommandLine;
using System.CommandLine.Invocation;
using Bot.Archive.Setup;

namespace Bot.Verbs;

/// <summary>The command line: every verb, and what they have in common (help, exit codes, streams).</summary>
public static class VerbTree
{
    private const string Name = "bot";

    /// <summary>Runs one command line to its end. Never throws: a failure becomes an exit code and a line on standard error.</summary>
    public static async Task<int> RunAsync(string[] args, CommandLineContext commandLine, CancellationToken cancellationToken = default)
    {
        var root = Create(commandLine);
        var parsed = root.Parse(args);
        if (parsed.Action is ParseErrorAction)
        {
            return WrongUsage(parsed, commandLine);
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = commandLine.Output,
                    Error = commandLine.Error,
                    EnableDefaultExceptionHandler = false,
                    // The host of serve shuts down by itself; other verbs write in transactions and may be cut off.
                    ProcessTerminationTimeout = null,
                },
                cancellationToken
            );
        }
        catch (ArchiveException exception)
        {
            commandLine.Complain(exception.Text);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            commandLine.Complain(HostTexts.Both("VerbTree.StoppedBeforeEnd"));
        }
        catch (Exception exception)
            when (exception
                    is IOException
                        or UnauthorizedAccessException
                        or System.Data.Common.DbException
                        or Microsoft.EntityFrameworkCore.DbUpdateException
            )
        {
            var reason = exception.GetBaseException().Message;
            commandLine.Complain(HostTexts.Both("VerbTree.FailedDoctorChecksConfigurationAnd", reason));
        }
        catch (Exception exception)
        {
            commandLine.Complain(HostTexts.Both("VerbTree.ThisIsFaultBot"));
            await commandLine.Error.WriteLineAsync(exception.ToString());
        }

        return ExitCode.Failed;
    }

    /// <summary>The tree of verbs; the root itself is <c>serve</c>.</summary>
    public static RootCommand Create(CommandLineContext commandLine)
    {
        var serve = ServeVerb.Create(commandLine);
        var root = new RootCommand(commandLine.Say(HostTexts.Both("VerbTree.ReadsDailyBriefing")))
        {
            serve,
            ReadVerb.Create(commandLine),
            RenderVerb.Create(commandLine),
            IngestVerb.Create(commandLine),
            AskVerb.Create(commandLine),
            ConfirmVerb.Create(commandLine),
            ReindexVerb.Create(commandLine),
            SubscriptionsVerbs.Create(commandLine),
            DeliveriesVerbs.Create(commandLine),
            BackupVerb.Create(commandLine),
            HealthVerb.Create(commandLine),
            SchemaVerb.Create(commandLine),
            DoctorVerb.Create(commandLine),
            SecretsVerbs.Create(commandLine),
            SlackVerbs.Create(commandLine),
            DiscordVerbs.Create(commandLine),
        };
        root.HelpName = Name;
        root.Action = serve.Action;
        foreach (var option in serve.Options)
        {
            root.Options.Add(option);
        }

        return root;
    }

    private static int WrongUsage(ParseResult parsed, CommandLineContext commandLine)
    {
        foreach (var error in parsed.Errors.DistinctBy(error => error.Message))
        {
            commandLine.Error.WriteLine(error.Message);
        }

        var verb = parsed.CommandResult.Command is RootCommand ? "" : $" {Path(parsed.CommandResult)}";
        commandLine.Complain(HostTexts.Both("VerbTree.UsageHelp", Name, verb));
        return ExitCode.WrongUsage;
    }

    private static string Path(System.CommandLine.Parsing.CommandResult result) =>
        result.Parent is System.CommandLine.Parsing.CommandResult { Command: not RootCommand } parent
            ? $"{Path(parent)} {result.Command.Name}"
            : result.Command.Name;
}
