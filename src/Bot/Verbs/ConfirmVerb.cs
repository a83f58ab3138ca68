using System.CommandLine;
using System.Globalization;
using Bot.Archive.Saving;
using Bot.Chat;
using Bot.Configuration;
using Bot.Intake;

namespace Bot.Verbs;

/// <summary><c>confirm SERIES DATE</c>: releases a briefing that was held.</summary>
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
        var edition = new Option<string>("--edition")
        {
            HelpName = "NAME",
            DefaultValueFactory = _ => "",
            Description = surroundings.Say(new("保留したときの版の名前", "The edition that it is held under")),
        };
        var asRevision = new Option<bool>("--as-revision") { Description = surroundings.Say(new("その日のブリーフィングの改訂にします", "Make it a revision of the day's briefing")) };
        var asEdition = new Option<string?>("--as-edition") { HelpName = "NAME", Description = surroundings.Say(new("その日の別の版として並べます（例 evening）", "Keep both, this one as an edition (for example evening)")) };
        var verb = new Command("confirm", surroundings.Say(new(
            "保留したブリーフィングを公開し、配信を計画します",
            "Releases a briefing that was held and plans its deliveries")))
        {
            series,
            date,
            edition,
            asRevision,
            asEdition,
            noDeliver,
        };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(asEdition) is { } name && (result.GetValue(asRevision) || !EditionName.IsRight(name)))
            {
                result.AddError(surroundings.Say(new(
                    $"--as-edition には英小文字・数字・ハイフンの名前（{EditionName.Longest}字まで）を、--as-revision とは別に指定してください",
                    $"--as-edition takes a name of at most {EditionName.Longest} lower-case letters, digits and hyphens, and excludes --as-revision")));
            }
        });
        verb.SetAction((parsed, cancellationToken) =>
            RunAsync(
                surroundings,
                new(parsed.GetRequiredValue(series), parsed.GetValue(date), parsed.GetValue(edition) ?? ""),
                confirmation => parsed.GetValue(asRevision) ? confirmation.ConfirmAsRevisionAsync
                    : parsed.GetValue(asEdition) is { } name ? (key, deliver, token) => confirmation.ConfirmAsEditionAsync(key, name, deliver, token)
                    : confirmation.ConfirmAsync,
                !parsed.GetValue(noDeliver),
                cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(
        Surroundings surroundings,
        BriefingKey key,
        Func<Confirmation, Func<BriefingKey, bool, CancellationToken, Task<ConfirmationResult>>> way,
        bool deliver,
        CancellationToken cancellationToken)
    {
        if (Configured.OrComplain(surroundings) is not { } configured)
        {
            return ExitCode.Failed;
        }

        await using var desk = await ArchiveDesk.OpenAsync(surroundings, configured, dryRun: false, cancellationToken);
        var confirmation = await way(desk.Services.GetRequiredService<Confirmation>())(key, deliver, cancellationToken);
        switch (confirmation.Status)
        {
            case ConfirmStatus.NotFound:
                surroundings.Complain(new($"{key.Series} の {key.Day} はありません", $"There is no briefing of {key.Series} for {key.Day}"));
                return ExitCode.Failed;
            case ConfirmStatus.NotHeld:
                await surroundings.Output.WriteLineAsync(surroundings.Say(new($"{key} は保留されていません", $"{key} is not held")));
                return ExitCode.Done;
            default:
                await surroundings.Output.WriteLineAsync(surroundings.Say(new($"{confirmation.Key} を公開しました", $"{confirmation.Key} is released")));
                foreach (var delivery in confirmation.Deliveries)
                {
                    await surroundings.Output.WriteLineAsync(
                        string.Create(CultureInfo.InvariantCulture, $"  {delivery.Channel} {delivery.DueAt:yyyy-MM-dd HH:mm}Z"));
                }

                return ExitCode.Done;
        }
    }
}
