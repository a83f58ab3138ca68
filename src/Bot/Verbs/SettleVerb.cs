using System.CommandLine;
using Bot.Delivery.Operations;

namespace Bot.Verbs;

/// <summary><c>deliveries settle POST --sent ID | --not-sent | --drop</c>: a person has looked into the channel.</summary>
internal static class SettleVerb
{
    public static Command Create(Surroundings surroundings, string actor)
    {
        var key = KeyArgument(surroundings);
        var sent = new Option<string?>("--sent") { Description = surroundings.Say(new("チャンネルにある。そのメッセージの ID", "It is in the channel: id of its message")) };
        var thread = new Option<string?>("--thread") { Description = surroundings.Say(new("親投稿のスレッドの ID（メッセージと違うとき）", "Id of a root's thread, where it is not the message's")) };
        var notSent = new Option<bool>("--not-sent") { Description = surroundings.Say(new("チャンネルにない。送る", "It is not in the channel: send it")) };
        var drop = new Option<bool>("--drop") { Description = surroundings.Say(new("送らない", "Leave it out")) };
        var verb = new Command("settle", surroundings.Say(new("判断待ちの投稿がどうなったかを決めます", "Decides what became of a parked post")))
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
                result.AddError(surroundings.Say(new(
                    "--sent ID、--not-sent、--drop のどれか1つを付けてください", "give one of --sent ID, --not-sent and --drop")));
            }
        });
        verb.SetAction((parsed, cancellationToken) =>
        {
            Verdict verdict = parsed.GetValue(sent) is { } message ? new Verdict.WasSent(message, parsed.GetValue(thread))
                : parsed.GetValue(drop) ? new Verdict.Drop()
                : new Verdict.WasNotSent();
            return DeliveriesVerbs.WorkAsync(
                surroundings, (work, token) => work.SettleAsync(parsed.GetRequiredValue(key), verdict, actor, token), cancellationToken);
        });
        return verb;
    }

    public static Argument<string> KeyArgument(Surroundings surroundings) => new("POST")
    {
        Description = surroundings.Say(new("投稿のキー（show の2列目）", "Key of the post (second column of show)")),
    };
}
