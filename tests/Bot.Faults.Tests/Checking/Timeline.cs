using System.Globalization;
using System.Text;
using Bot.Delivery;

namespace Bot.Faults.Tests.Checking;

/// <summary>
/// A run in readable form: server and processes in one order of time, then the final ledger. Sweeps, of which there are many, are left
/// out.
/// </summary>
public static class Timeline
{
    public static string Of(History history)
    {
        var text = new StringBuilder("--- timeline\n");
        var events = history
            .Log.Select(entry =>
                (
                    entry.At,
                    Line: $"server  #{entry.Sequence} {entry.Kind} {entry.Operation} {entry.Channel} key={entry.Key} id={entry.MessageId} thread={entry.Thread} {entry.Detail}"
                )
            )
            .Concat(
                history
                    .Steps.Where(step => step.Name != DeliveryCheckpoints.Swept)
                    .Select(step => (step.At, Line: $"bot {step.Process} {step.Name} {step.Token} key={step.Key} ordinal={step.Ordinal}"))
            );
        foreach (var (at, line) in events.OrderBy(item => item.At))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{at:HH:mm:ss.fffffff} {line}");
        }

        text.AppendLine("--- ledger");
        foreach (var delivery in history.Deliveries)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"delivery {delivery.Id} {delivery.Workspace}/{delivery.Channel} {delivery.State} thread={delivery.ThreadId} next={delivery.NextAt:HH:mm:ss.fff}"
            );
            foreach (var post in delivery.Posts.OrderBy(post => post.Ordinal).ThenBy(post => post.Id))
            {
                text.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"  {post.Ordinal} {post.Kind} {post.Key} {post.State} ({post.Reason}) id={post.MessageId} attempts={post.Attempts} looks={post.Looks} epoch={post.Epoch} next={post.NextAt:HH:mm:ss.fff}"
                );
            }
        }

        return text.ToString();
    }
}
