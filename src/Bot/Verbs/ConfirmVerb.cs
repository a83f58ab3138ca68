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
    public static Command Create(CommandLineContext commandLine)
    {
        var briefing = new StoredBriefingArguments(commandLine, HostTexts.Both("ConfirmVerb.EditionIsHeldUnder"));
        var noDeliver = new Option<bool>("--no-deliver") { Description = commandLine.Say(HostTexts.Both("ConfirmVerb.PlanNoDeliveries")) };
        var asRevision = new Option<bool>("--as-revision")
        {
            Description = commandLine.Say(HostTexts.Both("ConfirmVerb.MakeRevisionDaysBriefing")),
        };
        var asEdition = new Option<string?>("--as-edition")
        {
            HelpName = "NAME",
            Description = commandLine.Say(HostTexts.Both("ConfirmVerb.KeepBoth")),
        };
        var verb = new Command("confirm", commandLine.Say(HostTexts.Both("ConfirmVerb.ReleasesBriefingWasHeldAnd")));
        briefing.AddTo(verb);
        verb.Add(asRevision);
        verb.Add(asEdition);
        verb.Add(noDeliver);
        verb.Validators.Add(result =>
        {
            if (result.GetValue(asEdition) is { } name && (result.GetValue(asRevision) || !EditionName.IsRight(name)))
            {
                result.AddError(commandLine.Say(HostTexts.Both("ConfirmVerb.AsEditionTakesNameAt", EditionName.Longest)));
            }
        });
        verb.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    commandLine,
                    briefing.KeyOf(parsed),
                    confirmation =>
                        parsed.GetValue(asRevision) ? confirmation.ConfirmAsRevisionAsync
                        : parsed.GetValue(asEdition) is { } name
                            ? (key, deliver, token) => confirmation.ConfirmAsEditionAsync(key, name, deliver, token)
                        : confirmation.ConfirmAsync,
                    !parsed.GetValue(noDeliver),
                    cancellationToken
                )
        );
        return verb;
    }

    private static async Task<int> RunAsync(
        CommandLineContext commandLine,
        BriefingKey key,
        Func<Confirmation, Func<BriefingKey, bool, CancellationToken, Task<ConfirmationResult>>> way,
        bool deliver,
        CancellationToken cancellationToken
    )
    {
        if (Configured.OrComplain(commandLine) is not { } configured)
        {
            return ExitCode.Failed;
        }

        await using var desk = await OpenArchive.OpenAsync(commandLine, configured, dryRun: false, cancellationToken);
        var confirmation = await way(desk.Services.GetRequiredService<Confirmation>())(key, deliver, cancellationToken);
        switch (confirmation.Status)
        {
            case ConfirmStatus.NotFound:
                commandLine.Complain(HostTexts.Both("ConfirmVerb.NoBriefing", key.Series, key.Day));
                return ExitCode.Failed;
            case ConfirmStatus.NotHeld:
                await commandLine.Output.WriteLineAsync(commandLine.Say(HostTexts.Both("ConfirmVerb.IsNotHeld", key)));
                return ExitCode.Done;
            default:
                await commandLine.Output.WriteLineAsync(commandLine.Say(HostTexts.Both("ConfirmVerb.IsReleased", confirmation.Key)));
                foreach (var delivery in confirmation.Deliveries)
                {
                    await commandLine.Output.WriteLineAsync(
                        string.Create(CultureInfo.InvariantCulture, $"  {delivery.Channel} {delivery.DueAt:yyyy-MM-dd HH:mm}Z")
                    );
                }

                return ExitCode.Done;
        }
    }
}
