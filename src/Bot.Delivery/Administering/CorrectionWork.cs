using System.Globalization;
using Bot.Archive.Saving;
using Bot.Briefings;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Delivery.Operations;
using Bot.Delivery.Planning;

namespace Bot.Delivery.Administering;

/// <summary>Shows the corrections that wait for an admin's word in a channel, sends them, or leaves them out.</summary>
internal sealed class CorrectionWork(
    WaitingCorrections corrections,
    BriefingArchive archive,
    BriefingReader reader,
    SeriesCatalogue catalogue
)
{
    public const string Name = "corrections";

    private const int MostThreads = 10;
    private const int MostLines = 5;
    private const int LongestLine = 200;

    public async Task<Reply> AnswerAsync(AdminCall admin, CancellationToken cancellationToken)
    {
        var words = admin.Words;
        if (admin.Channel is null && !admin.Call.IsOperators)
        {
            return admin.Refuse(words["Admin.NoChannel"]);
        }

        var (named, rest) = admin.TakeSeries(admin.Call.Text);
        var (decision, upTo) = SeenOf(rest.Trim());
        var isSent = DeliveryTexts.Words("Admin.Corrections.SendWords").Contains(decision, StringComparer.OrdinalIgnoreCase);
        var isDropped = DeliveryTexts.Words("Admin.Corrections.DropWords").Contains(decision, StringComparer.OrdinalIgnoreCase);
        if (decision.Length > 0 && !isSent && !isDropped)
        {
            return admin.Refuse(
                words.Format("Admin.Corrections.Unclear", Graphemes.Cut(Invisible.Drop(decision), 40)),
                words.Format("Admin.Corrections.HowTo", admin.PathOf(Name))
            );
        }

        var scope = new CorrectionScope
        {
            Channel = admin.Channel,
            Series = named is null ? [.. admin.Series.Select(series => series.Key)] : [named.Key],
            UpTo = upTo,
        };
        if (decision.Length == 0)
        {
            return await ListAsync(admin, scope, cancellationToken);
        }

        var done = await corrections.DecideAsync(scope, isSent, admin.Actor, cancellationToken);
        return done.Status == OperationStatus.Done
            ? admin.Say(words[isSent ? "Admin.Corrections.Sent" : "Admin.Corrections.Dropped"])
            // Decided by somebody else, or replaced by a newer revision, which is shown then.
            : await ListAsync(admin, scope with { UpTo = null }, cancellationToken);
    }

    /// <summary>The buttons' decision has the last post behind it that the person has seen.</summary>
    private static (string Decision, long? UpTo) SeenOf(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var decision, var seen]
        && long.TryParse(seen, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? (decision, last)
            : (text, null);

    private async Task<Reply> ListAsync(AdminCall admin, CorrectionScope scope, CancellationToken cancellationToken)
    {
        var words = admin.Words;
        var waiting = await corrections.ListAsync(scope, MostThreads, cancellationToken);
        if (waiting.Count == 0)
        {
            return admin.Say(words["Admin.Corrections.None"]);
        }

        var lines = new List<string>();
        foreach (var one in waiting)
        {
            lines.Add(LineOf(admin, one));
            lines.AddRange(
                (await ChangesAsync(one, cancellationToken))
                    .Take(MostLines)
                    .Select(change => "• " + Graphemes.Cut(change.In(admin.Call.Locale), LongestLine))
            );
        }

        var last = waiting.Max(one => one.Last);
        var reply = admin.Say(
            words["Admin.Corrections.Waiting"],
            lines.Append(words.Format("Admin.Corrections.HowTo", admin.PathOf(Name)))
        );
        return reply with
        {
            Message = reply.Message with
            {
                Buttons =
                [
                    ButtonOf(words["Admin.Corrections.Send"], DeliveryTexts.Words("Admin.Corrections.SendWords")[0], last),
                    ButtonOf(words["Admin.Corrections.Drop"], DeliveryTexts.Words("Admin.Corrections.DropWords")[0], last),
                ],
            },
        };
    }

    private static Button ButtonOf(string label, string decision, long last) =>
        new(label, AdministeringCommand.Name, string.Create(CultureInfo.InvariantCulture, $"{Name} {decision} {last}"), "", null);

    private string LineOf(AdminCall admin, WaitingCorrection waiting)
    {
        var series = admin.Series.First(one => one.Key == waiting.Briefing.Series);
        var day = Dates.Short(waiting.Briefing.Date, catalogue.TodayOf(series), admin.Call.Locale);
        return admin.Words.Format(
            "Admin.Corrections.Thread",
            series.Name,
            $"{day} {EditionNames.Of(waiting.Briefing.Edition, admin.Call.Locale)}".TrimEnd(),
            waiting.Posts,
            admin.Call.IsOperators ? waiting.Channel.ToString() : admin.Words["Admin.ThisChannel"]
        );
    }

    /// <summary>What would change, in the words that the channel would get; empty if a revision is not there any more.</summary>
    private async Task<IReadOnlyList<LocalizedText>> ChangesAsync(WaitingCorrection waiting, CancellationToken cancellationToken)
    {
        var before = await archive.LoadAsync(waiting.Briefing, waiting.Shown, cancellationToken);
        var after = await archive.LoadAsync(waiting.Briefing, waiting.Revision, cancellationToken);
        return before is null || after is null
            ? []
            : ToldCorrections.Between(
                reader.Read(before.Markdown, day: waiting.Briefing.Date),
                reader.Read(after.Markdown, day: waiting.Briefing.Date)
            );
    }
}
