using System.CommandLine;
using Bot.Chat.Platforms;
using Bot.Delivery.Operations;

namespace Bot.Verbs;

/// <summary><c>deliveries confirm SERIES DATE [--drop]</c>: sends the corrections of a briefing that wait for a person's word.</summary>
internal static class CorrectionsVerb
{
    public static Command Create(CommandLineContext commandLine, string actor)
    {
        var briefing = new StoredBriefingArguments(commandLine, HostTexts.Both("CorrectionsVerb.Edition"));
        var channel = new Option<string?>("--channel")
        {
            HelpName = "slack:T1/C1",
            Description = commandLine.Say(HostTexts.Both("CorrectionsVerb.OnlyThisChannel")),
        };
        var drop = new Option<bool>("--drop") { Description = commandLine.Say(HostTexts.Both("CorrectionsVerb.LeaveThemOut")) };
        var verb = new Command("confirm", commandLine.Say(HostTexts.Both("CorrectionsVerb.SendsCorrectionsThatWait")));
        briefing.AddTo(verb);
        verb.Add(channel);
        verb.Add(drop);
        verb.Validators.Add(result =>
        {
            if (result.GetValue(channel) is { } name && !ChannelAddress.TryParse(name, out _))
            {
                result.AddError(commandLine.Say(HostTexts.Both("CorrectionsVerb.NoChannel", name)));
            }
        });
        verb.SetAction(
            (parsed, cancellationToken) =>
            {
                var scope = new CorrectionScope
                {
                    Briefing = briefing.KeyOf(parsed),
                    Channel = ChannelAddress.TryParse(parsed.GetValue(channel) ?? "", out var address) ? address : null,
                };
                return DeliveriesVerbs.WorkAsync<WaitingCorrections>(
                    commandLine,
                    (work, token) => work.DecideAsync(scope, !parsed.GetValue(drop), actor, token),
                    cancellationToken
                );
            }
        );
        return verb;
    }
}
