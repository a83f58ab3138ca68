using Bot.Answers.Replies;
using Bot.Briefings.Model;

namespace Bot.Answers.Outlooks;

/// <summary>How an entry of an outlook differs from the previous outlook's.</summary>
/// <param name="Before">Null: it is new.</param>
/// <param name="After">Null: it is gone.</param>
public sealed record OutlookChange(Outlook? Before, Outlook? After)
{
    public Horizon Horizon => (After ?? Before!).Horizon;

    public string Label => (After ?? Before!).Label;

    /// <summary>
    /// Changes by horizon, the nearest first. Within a horizon entries are the same by their text, else by their headline, else by their
    /// order; what then has no partner is new or gone.
    /// </summary>
    public static IReadOnlyList<OutlookChange> Between(IReadOnlyList<Outlook> before, IReadOnlyList<Outlook> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return
        [
            .. Enum.GetValues<Horizon>()
                .SelectMany(horizon =>
                    Of(before.Where(entry => entry.Horizon == horizon).ToList(), after.Where(entry => entry.Horizon == horizon).ToList())
                ),
        ];
    }

    private static List<OutlookChange> Of(List<Outlook> before, List<Outlook> after)
    {
        Pairs(before, after, entry => PlainWords.Of(entry.Body));
        var changes = Pairs(before, after, entry => entry.Headline is { } headline ? PlainWords.Of(headline) : null);
        var rest = Math.Min(before.Count, after.Count);
        changes.AddRange(Enumerable.Range(0, rest).Select(at => new OutlookChange(before[at], after[at])));
        changes.AddRange(after.Skip(rest).Select(entry => new OutlookChange(null, entry)));
        changes.AddRange(before.Skip(rest).Select(entry => new OutlookChange(entry, null)));
        return changes;
    }

    /// <summary>Takes those with the same key out of both.</summary>
    private static List<OutlookChange> Pairs(List<Outlook> before, List<Outlook> after, Func<Outlook, string?> key)
    {
        var pairs = new List<OutlookChange>();
        foreach (var entry in after.ToList())
        {
            if (key(entry) is { } sought && before.Find(other => key(other) == sought) is { } same)
            {
                before.Remove(same);
                after.Remove(entry);
                pairs.Add(new OutlookChange(same, entry));
            }
        }

        return pairs;
    }
}
