using System.CommandLine;
using Bot.Delivery.Operations;

namespace Bot.Verbs;

/// <summary><c>deliveries settle POST --sent ID | --not-sent | --drop</c>: for a person who has looked in the channel.</summary>
internal static class SettleVerb
{
    public static Command Create(CommandLineContext commandLine, string actor)
    {
        var key = KeyArgument(commandLine);
        var sent = new Option<string?>("--sent") { Description = commandLine.Say(HostTexts.Both("SettleVerb.IsInChannel")) };
        var thread = new Option<string?>("--thread") { Description = commandLine.Say(HostTexts.Both("SettleVerb.IdRootsThread")) };
        var notSent = new Option<bool>("--not-sent") { Description = commandLine.Say(HostTexts.Both("SettleVerb.IsNotInChannel")) };
        var drop = new Option<bool>("--drop") { Description = commandLine.Say(HostTexts.Both("SettleVerb.LeaveOut")) };
        var verb = new Command("settle", commandLine.Say(HostTexts.Both("SettleVerb.DecidesWhatBecameParkedPost")))
        {
            key,
            sent,
            thread,
            notSent,
            drop,
        };
        verb.Validators.Add(result =>
        {
            var verdicts = (result.GetValue(sent) is null ? 0 : 1) + (result.GetValue(notSent) ? 1 : 0) + (result.GetValue(drop) ? 1 : 0);
            if (verdicts != 1)
            {
                result.AddError(commandLine.Say(HostTexts.Both("SettleVerb.GiveOneSentID")));
            }
        });
        verb.SetAction(
            (parsed, cancellationToken) =>
            {
                ParkedVerdict verdict =
                    parsed.GetValue(sent) is { } message ? new ParkedVerdict.WasSent(message, parsed.GetValue(thread))
                    : parsed.GetValue(drop) ? new ParkedVerdict.Drop()
                    : new ParkedVerdict.WasNotSent();
                return DeliveriesVerbs.WorkAsync<DeliveryOperations>(
                    commandLine,
                    (work, token) => work.SettleAsync(parsed.GetRequiredValue(key), verdict, actor, token),
                    cancellationToken
                );
            }
        );
        return verb;
    }

    public static Argument<string> KeyArgument(CommandLineContext commandLine) =>
        new("POST") { Description = commandLine.Say(HostTexts.Both("SettleVerb.KeyPostSecondColumnShow")) };
}
