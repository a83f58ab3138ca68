using System.CommandLine;
using Bot.Chat;
using Bot.Configuration;
using Bot.Delivery.Ledger;
using Bot.Delivery.Operations;
using Bot.Web.Api.Deliveries;

namespace Bot.Verbs;

/// <summary>
/// <c>deliveries …</c>: reads and operates the ledger. Next to a running service these are short second writers; it notices within two
/// seconds.
/// </summary>
internal static class DeliveriesVerbs
{
    /// <summary>The command line's name in the audit log.</summary>
    private const string Actor = "cli";

    public static Command Create(CommandLineContext commandLine) =>
        new("deliveries", commandLine.Say(HostTexts.Both("DeliveriesVerbs.WhatWentWhere")))
        {
            List(commandLine),
            Show(commandLine),
            OnDelivery(
                commandLine,
                "resend",
                HostTexts.Both("DeliveriesVerbs.SendsWhatFailed"),
                (work, id, token) => work.ResendAsync(id, Actor, token)
            ),
            OnDelivery(
                commandLine,
                "cancel",
                HostTexts.Both("DeliveriesVerbs.LeavesOutWhatIsStill"),
                (work, id, token) => work.CancelAsync(id, Actor, token)
            ),
            OnDelivery(
                commandLine,
                "recall",
                HostTexts.Both("DeliveriesVerbs.LeavesOutWhatIsPlanned"),
                (work, id, token) => work.RecallAsync(id, Actor, token)
            ),
            Skip(commandLine),
            SettleVerb.Create(commandLine, Actor),
            CorrectionsVerb.Create(commandLine, Actor),
            Pause(commandLine),
            Resume(commandLine),
            Pauses(commandLine),
            Export(commandLine),
        };

    /// <summary>Opens the archive, runs one operation and reports the result: 1 if it could not be done.</summary>
    internal static Task<int> WorkAsync<T>(
        CommandLineContext commandLine,
        Func<T, CancellationToken, Task<OperationResult>> operation,
        CancellationToken cancellationToken
    )
        where T : notnull =>
        WithDeskAsync(
            commandLine,
            async (desk, token) =>
            {
                var result = await operation(desk.Services.GetRequiredService<T>(), token);
                if (result.Status is OperationStatus.Done or OperationStatus.AlreadyDone)
                {
                    await commandLine.Output.WriteLineAsync(commandLine.Say(LedgerWords.Of(result)));
                    return ExitCode.Done;
                }

                commandLine.Complain(LedgerWords.Of(result));
                return ExitCode.Failed;
            },
            cancellationToken
        );

    private static Command List(CommandLineContext commandLine)
    {
        var series = new Option<string?>("--series") { Description = commandLine.Say(HostTexts.Both("Verbs.Series")) };
        var date = new Option<DateOnly?>("--date")
        {
            Description = commandLine.Say(HostTexts.Both("Verbs.Date")),
            CustomParser = result => DayParser.Parse(result, commandLine),
        };
        var state = new Option<string?>("--state") { Description = commandLine.Say(HostTexts.Both("DeliveriesVerbs.ThoseWithPostInThis")) };
        state.AcceptOnlyFromAmong([.. LedgerWords.States]);
        var limit = new Option<int>("--limit")
        {
            Description = commandLine.Say(HostTexts.Both("DeliveriesVerbs.AtMostSoMany")),
            DefaultValueFactory = _ => 50,
        };
        var verb = new Command("list", commandLine.Say(HostTexts.Both("DeliveriesVerbs.PrintsDeliveries"))) { series, date, state, limit };
        verb.SetAction(
            (parsed, cancellationToken) =>
                WithDeskAsync(
                    commandLine,
                    async (desk, token) =>
                    {
                        var query = new DeliveryQuery
                        {
                            Series = parsed.GetValue(series),
                            Date = parsed.GetValue(date),
                            Has = parsed.GetValue(state) is { } word ? LedgerWords.StateOf(word) : null,
                            Most = parsed.GetValue(limit),
                        };
                        var deliveries = await desk.Services.GetRequiredService<LedgerQueries>().ListAsync(query, token);
                        await TablesOf(commandLine, desk).Of(deliveries).WriteAsync(commandLine, HostTexts.Both("DeliveriesVerbs.None"));
                        return ExitCode.Done;
                    },
                    cancellationToken
                )
        );
        return verb;
    }

    private static Command Show(CommandLineContext commandLine)
    {
        var id = IdArgument(commandLine);
        var verb = new Command("show", commandLine.Say(HostTexts.Both("DeliveriesVerbs.PrintsDeliveryAndPosts"))) { id };
        verb.SetAction(
            (parsed, cancellationToken) =>
                WithDeskAsync(
                    commandLine,
                    async (desk, token) =>
                    {
                        if (
                            await desk.Services.GetRequiredService<LedgerQueries>().ShowAsync(parsed.GetValue(id), token)
                            is not { } delivery
                        )
                        {
                            commandLine.Complain(LedgerWords.Of(new OperationResult(OperationStatus.NotFound)));
                            return ExitCode.Failed;
                        }

                        var tables = TablesOf(commandLine, desk);
                        await tables.Of(delivery).WriteAsync(commandLine);
                        await commandLine.Output.WriteLineAsync();
                        await tables.PostsOf(delivery).WriteAsync(commandLine);
                        return ExitCode.Done;
                    },
                    cancellationToken
                )
        );
        return verb;
    }

    private static Command OnDelivery(
        CommandLineContext commandLine,
        string name,
        Chat.LocalizedText summary,
        Func<DeliveryOperations, long, CancellationToken, Task<OperationResult>> operation
    )
    {
        var id = IdArgument(commandLine);
        var verb = new Command(name, commandLine.Say(summary)) { id };
        verb.SetAction(
            (parsed, cancellationToken) =>
                WorkAsync<DeliveryOperations>(commandLine, (work, token) => operation(work, parsed.GetValue(id), token), cancellationToken)
        );
        return verb;
    }

    private static Command Skip(CommandLineContext commandLine)
    {
        var key = SettleVerb.KeyArgument(commandLine);
        var verb = new Command("skip", commandLine.Say(HostTexts.Both("DeliveriesVerbs.LeavesOnePlannedPostOut"))) { key };
        verb.SetAction(
            (parsed, cancellationToken) =>
                WorkAsync<DeliveryOperations>(
                    commandLine,
                    (work, token) => work.SkipAsync(parsed.GetRequiredValue(key), Actor, token),
                    cancellationToken
                )
        );
        return verb;
    }

    private static Command Pause(CommandLineContext commandLine)
    {
        var scope = ScopeArgument(commandLine);
        var why = new Option<string?>("--because") { Description = commandLine.Say(HostTexts.Both("DeliveriesVerbs.WhyAudit")) };
        var verb = new Command("pause", commandLine.Say(HostTexts.Both("DeliveriesVerbs.StopsSendingAll"))) { scope, why };
        verb.SetAction(
            (parsed, cancellationToken) =>
                WorkAsync<DeliveryOperations>(
                    commandLine,
                    (work, token) => work.PauseAsync(parsed.GetRequiredValue(scope), Actor, parsed.GetValue(why), token),
                    cancellationToken
                )
        );
        return verb;
    }

    private static Command Resume(CommandLineContext commandLine)
    {
        var scope = ScopeArgument(commandLine);
        var verb = new Command("resume", commandLine.Say(HostTexts.Both("DeliveriesVerbs.GoesOnWithWhatWas"))) { scope };
        verb.SetAction(
            (parsed, cancellationToken) =>
                WorkAsync<DeliveryOperations>(
                    commandLine,
                    (work, token) => work.ResumeAsync(parsed.GetRequiredValue(scope), Actor, token),
                    cancellationToken
                )
        );
        return verb;
    }

    private static Command Pauses(CommandLineContext commandLine)
    {
        var verb = new Command("pauses", commandLine.Say(HostTexts.Both("DeliveriesVerbs.PrintsWhatIsStopped")));
        verb.SetAction(
            (_, cancellationToken) =>
                WithDeskAsync(
                    commandLine,
                    async (desk, token) =>
                    {
                        var pauses = await desk.Services.GetRequiredService<PauseList>().ListAsync(token);
                        await TablesOf(commandLine, desk)
                            .Of(pauses)
                            .WriteAsync(commandLine, HostTexts.Both("DeliveriesVerbs.NothingPaused"));
                        return ExitCode.Done;
                    },
                    cancellationToken
                )
        );
        return verb;
    }

    private static Command Export(CommandLineContext commandLine)
    {
        var verb = new Command("export", commandLine.Say(HostTexts.Both("DeliveriesVerbs.PrintsLedgerAsCSV")));
        verb.SetAction(
            (_, cancellationToken) =>
                WithDeskAsync(
                    commandLine,
                    async (desk, token) =>
                    {
                        await desk.Services.GetRequiredService<DeliveryCsv>().WriteAsync(commandLine.Output, token);
                        return ExitCode.Done;
                    },
                    cancellationToken
                )
        );
        return verb;
    }

    private static DeliveryTables TablesOf(CommandLineContext commandLine, OpenArchive desk) =>
        new(commandLine, desk.Services.GetRequiredService<SeriesCatalogue>());

    private static Argument<long> IdArgument(CommandLineContext commandLine) =>
        new("DELIVERY") { Description = commandLine.Say(HostTexts.Both("DeliveriesVerbs.NumberDeliveryFirstColumnList")) };

    private static Argument<string> ScopeArgument(CommandLineContext commandLine) =>
        new("SCOPE") { Description = commandLine.Say(HostTexts.Both("DeliveriesVerbs.AllTokenSlackT")) };

    private static async Task<int> WithDeskAsync(
        CommandLineContext commandLine,
        Func<OpenArchive, CancellationToken, Task<int>> work,
        CancellationToken cancellationToken
    )
    {
        if (Configured.OrComplain(commandLine) is not { } configured)
        {
            return ExitCode.Failed;
        }

        await using var desk = await OpenArchive.OpenAsync(commandLine, configured, dryRun: false, cancellationToken);
        return await work(desk, cancellationToken);
    }
}
