using System.CommandLine;
using System.Globalization;
using Bot.Archive.Saving;
using Bot.Configuration;
using Bot.Intake;

namespace Bot.Verbs;

/// <summary><c>confirm SERIES DATE</c>: releases a briefing that was held because of its date.</summary>
internal static class ConfirmVerb
{
    public static Command Create(Surroundings surroundings)
    {
        var series = new Argument<string>("SERIES") { Description = surroundings.Say(new("シリーズのキー", "Key of the series")) };
        var date = new Argument<DateOnly>("DATE")
        {
            Description = surroundings.Say(new("日付（例 2026-01-06）", "Date (for example 2026-01-06)")),
            CustomParser = result => DayParser.Parse(result, surroundings),
        };
        var noDeliver = new Option<bool>("--no-deliver") { Description = surroundings.Say(new("配信しません", "Plan no deliveries")) };
        var verb = new Command("confirm", surroundings.Say(new(
            "日付のために保留したブリーフィングを公開し、配信を計画します",
            "Releases a briefing that was held because of its date and plans its deliveries")))
        {
            series,
            date,
            noDeliver,
        };
        verb.SetAction((parsed, cancellationToken) =>
            RunAsync(surroundings, parsed.GetRequiredValue(series), parsed.GetValue(date), !parsed.GetValue(noDeliver), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(Surroundings surroundings, string series, DateOnly date, bool deliver, CancellationToken cancellationToken)
    {
        if (Configured.OrComplain(surroundings) is not { } configured)
        {
            return ExitCode.Failed;
        }

        await using var desk = await ArchiveDesk.OpenAsync(surroundings, configured, dryRun: false, cancellationToken);
        var day = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var confirmation = await desk.Services.GetRequiredService<Confirmation>().ConfirmAsync(series, date, deliver, cancellationToken);
        switch (confirmation.Status)
        {
            case ConfirmStatus.NotFound:
                surroundings.Complain(new($"{series} の {day} はありません", $"There is no briefing of {series} for {day}"));
                return ExitCode.Failed;
            case ConfirmStatus.NotHeld:
                await surroundings.Output.WriteLineAsync(surroundings.Say(new($"{series} {day} は保留されていません", $"{series} {day} is not held")));
                return ExitCode.Done;
            default:
                await surroundings.Output.WriteLineAsync(surroundings.Say(new($"{series} {day} を公開しました", $"{series} {day} is released")));
                foreach (var delivery in confirmation.Deliveries)
                {
                    await surroundings.Output.WriteLineAsync(
                        string.Create(CultureInfo.InvariantCulture, $"  {delivery.Channel} {delivery.DueAt:yyyy-MM-dd HH:mm}Z"));
                }

                return ExitCode.Done;
        }
    }
}
