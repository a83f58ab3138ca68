using System.CommandLine;
using Bot.Configuration;
using Bot.Delivery.Ledger;
using Bot.Delivery.Operations;
using Bot.Web.Api.Deliveries;

namespace Bot.Verbs;

/// <summary><c>deliveries …</c>: reads and works the ledger. Beside a running service these are short second writers; it notices within two seconds.</summary>
internal static class DeliveriesVerbs
{
    /// <summary>How the audit names the command line.</summary>
    private const string Actor = "cli";

    public static Command Create(Surroundings surroundings) =>
        new("deliveries", surroundings.Say(new("何がどこへ届いたか。止める、出し直す、取り消す", "What went where; pause, resend, recall")))
        {
            List(surroundings),
            Show(surroundings),
            OnDelivery(surroundings, "resend", new("届かなかった投稿を新しい投稿として出します", "Sends what failed, expired, was cancelled or recalled, as new posts"), (work, id, token) => work.ResendAsync(id, Actor, token)),
            OnDelivery(surroundings, "cancel", new("まだの投稿をやめます", "Leaves out what is still planned"), (work, id, token) => work.CancelAsync(id, Actor, token)),
            OnDelivery(surroundings, "recall", new("まだの投稿をやめ、届いた投稿を消します", "Leaves out what is planned and deletes what was posted"), (work, id, token) => work.RecallAsync(id, Actor, token)),
            Skip(surroundings),
            SettleVerb.Create(surroundings, Actor),
            Pause(surroundings),
            Resume(surroundings),
            Pauses(surroundings),
            Export(surroundings),
        };

    /// <summary>Opens the archive, runs one operation and says how it ended: 1 when it could not be done.</summary>
    internal static Task<int> WorkAsync(
        Surroundings surroundings, Func<DeliveryOperations, CancellationToken, Task<OperationResult>> operation, CancellationToken cancellationToken) =>
        WithDeskAsync(
            surroundings,
            async (desk, token) =>
            {
                var result = await operation(desk.Services.GetRequiredService<DeliveryOperations>(), token);
                if (result.Status is OperationStatus.Done or OperationStatus.AlreadyDone)
                {
                    await surroundings.Output.WriteLineAsync(surroundings.Say(LedgerWords.Of(result)));
                    return ExitCode.Done;
                }

                surroundings.Complain(LedgerWords.Of(result));
                return ExitCode.Failed;
            },
            cancellationToken);

    private static Command List(Surroundings surroundings)
    {
        var series = new Option<string?>("--series") { Description = surroundings.Say(new("シリーズのキー", "Key of the series")) };
        var date = new Option<DateOnly?>("--date")
        {
            Description = surroundings.Say(new("日付（例 2026-01-06）", "Date (for example 2026-01-06)")),
            CustomParser = result => DayParser.Parse(result, surroundings),
        };
        var state = new Option<string?>("--state") { Description = surroundings.Say(new("この状態の投稿があるもの", "Those with a post in this state")) };
        state.AcceptOnlyFromAmong([.. LedgerWords.States]);
        var limit = new Option<int>("--limit") { Description = surroundings.Say(new("何件まで", "At most so many")), DefaultValueFactory = _ => 50 };
        var verb = new Command("list", surroundings.Say(new("配信を新しい順に1行ずつ出します", "Prints the deliveries, newest first, one a line"))) { series, date, state, limit };
        verb.SetAction((parsed, cancellationToken) => WithDeskAsync(
            surroundings,
            async (desk, token) =>
            {
                var query = new DeliveryQuery
                {
                    Series = parsed.GetValue(series),
                    Date = parsed.GetValue(date),
                    Has = parsed.GetValue(state) is { } word ? LedgerWords.StateOf(word) : null,
                    Most = parsed.GetValue(limit),
                };
                foreach (var summary in await desk.Services.GetRequiredService<LedgerQueries>().ListAsync(query, token))
                {
                    await surroundings.Output.WriteLineAsync(DeliveryLines.Of(summary));
                }

                return ExitCode.Done;
            },
            cancellationToken));
        return verb;
    }

    private static Command Show(Surroundings surroundings)
    {
        var id = IdArgument(surroundings);
        var verb = new Command("show", surroundings.Say(new("配信とその投稿を出します", "Prints a delivery and its posts"))) { id };
        verb.SetAction((parsed, cancellationToken) => WithDeskAsync(
            surroundings,
            async (desk, token) =>
            {
                if (await desk.Services.GetRequiredService<LedgerQueries>().ShowAsync(parsed.GetValue(id), token) is not { } delivery)
                {
                    surroundings.Complain(LedgerWords.Of(new OperationResult(OperationStatus.NotFound)));
                    return ExitCode.Failed;
                }

                foreach (var line in DeliveryLines.Of(delivery))
                {
                    await surroundings.Output.WriteLineAsync(line);
                }

                return ExitCode.Done;
            },
            cancellationToken));
        return verb;
    }

    private static Command OnDelivery(
        Surroundings surroundings, string name, Chat.LocalizedText summary,
        Func<DeliveryOperations, long, CancellationToken, Task<OperationResult>> operation)
    {
        var id = IdArgument(surroundings);
        var verb = new Command(name, surroundings.Say(summary)) { id };
        verb.SetAction((parsed, cancellationToken) =>
            WorkAsync(surroundings, (work, token) => operation(work, parsed.GetValue(id), token), cancellationToken));
        return verb;
    }

    private static Command Skip(Surroundings surroundings)
    {
        var key = SettleVerb.KeyArgument(surroundings);
        var verb = new Command("skip", surroundings.Say(new("まだの投稿を1つ飛ばします", "Leaves one planned post out"))) { key };
        verb.SetAction((parsed, cancellationToken) =>
            WorkAsync(surroundings, (work, token) => work.SkipAsync(parsed.GetRequiredValue(key), Actor, token), cancellationToken));
        return verb;
    }

    private static Command Pause(Surroundings surroundings)
    {
        var scope = ScopeArgument(surroundings);
        var why = new Option<string?>("--because") { Description = surroundings.Say(new("理由（記録に残ります）", "Why, for the audit")) };
        var verb = new Command("pause", surroundings.Say(new("送信を止めます（all で全部）", "Stops sending (all: everything)"))) { scope, why };
        verb.SetAction((parsed, cancellationToken) => WorkAsync(
            surroundings, (work, token) => work.PauseAsync(parsed.GetRequiredValue(scope), Actor, parsed.GetValue(why), token), cancellationToken));
        return verb;
    }

    private static Command Resume(Surroundings surroundings)
    {
        var scope = ScopeArgument(surroundings);
        var verb = new Command("resume", surroundings.Say(new("止めた送信を再開します", "Goes on with what was stopped"))) { scope };
        verb.SetAction((parsed, cancellationToken) => WorkAsync(
            surroundings, (work, token) => work.ResumeAsync(parsed.GetRequiredValue(scope), Actor, token), cancellationToken));
        return verb;
    }

    private static Command Pauses(Surroundings surroundings)
    {
        var verb = new Command("pauses", surroundings.Say(new("止まっているものと理由を出します", "Prints what is stopped, and why")));
        verb.SetAction((_, cancellationToken) => WithDeskAsync(
            surroundings,
            async (desk, token) =>
            {
                foreach (var pause in await desk.Services.GetRequiredService<PauseList>().ListAsync(token))
                {
                    await surroundings.Output.WriteLineAsync(DeliveryLines.Of(pause));
                }

                return ExitCode.Done;
            },
            cancellationToken));
        return verb;
    }

    private static Command Export(Surroundings surroundings)
    {
        var verb = new Command("export", surroundings.Say(new("台帳を CSV で出します", "Prints the ledger as CSV")));
        verb.SetAction((_, cancellationToken) => WithDeskAsync(
            surroundings,
            async (desk, token) =>
            {
                await desk.Services.GetRequiredService<DeliveryCsv>().WriteAsync(surroundings.Output, token);
                return ExitCode.Done;
            },
            cancellationToken));
        return verb;
    }

    private static Argument<long> IdArgument(Surroundings surroundings) => new("DELIVERY")
    {
        Description = surroundings.Say(new("配信の番号（list の1列目）", "Number of the delivery (first column of list)")),
    };

    private static Argument<string> ScopeArgument(Surroundings surroundings) => new("SCOPE")
    {
        Description = surroundings.Say(new(
            "all、token:slack:T1、workspace:slack:T1 か channel:slack:T1/C1", "all, token:slack:T1, workspace:slack:T1 or channel:slack:T1/C1")),
    };

    private static async Task<int> WithDeskAsync(
        Surroundings surroundings, Func<ArchiveDesk, CancellationToken, Task<int>> work, CancellationToken cancellationToken)
    {
        if (Configured.OrComplain(surroundings) is not { } configured)
        {
            return ExitCode.Failed;
        }

        await using var desk = await ArchiveDesk.OpenAsync(surroundings, configured, dryRun: false, cancellationToken);
        return await work(desk, cancellationToken);
    }
}
