using System.Globalization;
using System.Text;
using Bot.Briefings.Inspection;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Text;

namespace Bot.Intake;

/// <summary>A receipt for a person to read: one line for the outcome, then indented lines for the details.</summary>
public static class ReceiptText
{
    private const int MostQuoted = 8;
    private const int LongestQuote = 60;
    private const int MostOfAKind = 4;

    /// <summary>Lines end in \n.</summary>
    /// <param name="zone">Zone of the delivery times; null: UTC.</param>
    public static string Render(Receipt receipt, Locale locale, TimeZoneInfo? zone = null)
    {
        var text = new StringBuilder();
        Line(Headline(receipt));
        if (receipt.Reason is { } reason)
        {
            Line(Indent(reason));
        }

        if (receipt.Status != ReceiptStatus.Refused)
        {
            Line(Counts(receipt.Counts));
            foreach (var section in receipt.Sections.Where(section => section.Entries > 0))
            {
                Line(Section(section));
            }
        }

        // Changed items are described as in the channels; new or removed ones are only counted.
        foreach (var change in receipt.Changes.Where(change => change.Kind != ChangeKind.Changed || receipt.Corrections.Count == 0))
        {
            Line(Change(change));
        }

        foreach (var told in receipt.Corrections)
        {
            Line(new($"  ~ {told.Japanese}", $"  ~ {told.English}"));
        }

        foreach (var channel in receipt.Posts.GroupBy(post => post.Channel))
        {
            Line(Changed(channel.Key, [.. channel]));
        }

        foreach (var warning in Warnings(receipt.Warnings))
        {
            Line(warning);
        }

        foreach (var line in Unplaced(receipt.Unplaced))
        {
            Line(line);
        }

        var reached = receipt.Deliveries.Where(delivery => !delivery.IsTooLate).ToList();
        if (reached.Sum(delivery => delivery.Posts) is > 0 and var posts)
        {
            Line(IntakeTexts.Both("ReceiptText.PostsInChannels", posts, reached.Count));
        }

        foreach (var delivery in receipt.Deliveries)
        {
            Line(Delivery(delivery, zone ?? TimeZoneInfo.Utc));
        }

        foreach (var note in receipt.Notes)
        {
            Line(Indent(note));
        }

        if (receipt.Notes.Count == 0 && NoDeliveries(receipt) is { } why)
        {
            Line(why);
        }

        return text.ToString();

        void Line(LocalizedText line) => text.Append(line.In(locale).TrimEnd()).Append('\n');
    }

    /// <summary>What becomes of a thread's posts: <c>slack:T1/C1: edited root, startups; added outlook 2; a reply tells so</c>.</summary>
    private static LocalizedText Changed(string channel, IReadOnlyList<ReceiptPost> posts)
    {
        var parts = Enum.GetValues<PostFate>()
            .Select(fate => (Fate: fate, Posts: posts.Where(post => post.Fate == fate).ToList()))
            .Where(group => group.Posts.Count > 0)
            .Select(group => IntakeTexts.Both($"ReceiptText.Post{group.Fate}", string.Join(", ", group.Posts.Select(NameOf))))
            .ToList();
        return new(
            $"  {channel}: {string.Join("; ", parts.Select(part => part.Japanese))}",
            $"  {channel}: {string.Join("; ", parts.Select(part => part.English))}"
        );
    }

    private static string NameOf(ReceiptPost post) =>
        post.Part == 1 ? post.Post : string.Create(CultureInfo.InvariantCulture, $"{post.Post} {post.Part}");

    private static LocalizedText Headline(Receipt receipt)
    {
        var dry = receipt.DryRun ? IntakeTexts.Both("ReceiptText.DryRun") : new("", "");
        if (receipt.Status == ReceiptStatus.Refused)
        {
            return IntakeTexts.Both("ReceiptText.Refused", receipt.Name, dry);
        }

        var day = receipt.Date is { } date ? new BriefingKey(receipt.Series ?? "", date, receipt.Edition).Day : "";
        var status = receipt.Status switch
        {
            ReceiptStatus.New => IntakeTexts.Both("ReceiptText.New"),
            ReceiptStatus.Same => IntakeTexts.Both("ReceiptText.Same"),
            ReceiptStatus.Revised => IntakeTexts.Both("ReceiptText.Revised", receipt.Revision),
            _ => IntakeTexts.Both("ReceiptText.Held"),
        };
        return new(
            $"{receipt.Name}: {receipt.Series} {day} {status.Japanese}{dry.Japanese}",
            $"{receipt.Name}: {receipt.Series} {day} {status.English}{dry.English}"
        );
    }

    private static LocalizedText Counts(ReceiptCounts counts) =>
        IntakeTexts.Both(
            "ReceiptText.SectionsNews",
            counts.Sections,
            counts.News,
            counts.Funding,
            counts.Outlook,
            counts.DeepDives,
            counts.Tables,
            counts.References
        );

    private static LocalizedText Section(ReceiptSection section)
    {
        var heading = $"    {section.Line}: {Graphemes.Cut(section.Heading, LongestQuote)}";
        return IntakeTexts.Both(section.Entries == 1 ? "Section.One" : "Section.Many", heading, section.Entries);
    }

    /// <summary>
    /// One line per warning, the first of each kind in full; citations without a reference share one line, however many.
    /// </summary>
    private static IEnumerable<LocalizedText> Warnings(IReadOnlyList<Warning> warnings)
    {
        foreach (var kind in warnings.Where(warning => warning.Code != WarningCodes.DanglingCitation).GroupBy(warning => warning.Code))
        {
            var words = IntakeTexts.Both($"Warning.{kind.Key}");
            foreach (var warning in kind.Take(MostOfAKind))
            {
                yield return new(
                    $"  {warning.Position} {words.Japanese} {warning.Detail}",
                    $"  {warning.Position} {words.English} {warning.Detail}"
                );
            }

            if (kind.Count() - MostOfAKind is > 0 and var more)
            {
                yield return Indent(IntakeTexts.Both("Warning.More", words, more));
            }
        }

        var unresolved = warnings.Where(warning => warning.Code == WarningCodes.DanglingCitation).ToList();
        if (unresolved.Count > 0)
        {
            var numbers = string.Join(' ', unresolved.Select(warning => warning.Detail).Distinct().Take(MostQuoted));
            yield return Indent(IntakeTexts.Both("Unresolved", unresolved.Count, numbers));
        }
    }

    private static IEnumerable<LocalizedText> Unplaced(IReadOnlyList<UnplacedLine> lines)
    {
        if (lines.Count == 0)
        {
            yield break;
        }

        yield return Indent(IntakeTexts.Both("Unplaced", lines.Count));
        foreach (var line in lines.Take(MostQuoted))
        {
            var quote = $"    {line.Line}: {Graphemes.Cut(line.Text, LongestQuote)}";
            yield return new(quote, quote);
        }
    }

    private static LocalizedText Change(ReceiptChange change)
    {
        var (sign, what) = change.Kind switch
        {
            ChangeKind.Added => ('+', IntakeTexts.Both("ReceiptText.Added")),
            ChangeKind.Removed => ('-', IntakeTexts.Both("ReceiptText.Removed")),
            _ => ('~', IntakeTexts.Both("ReceiptText.Changed")),
        };
        return new($"  {sign} {what.Japanese} {change.Item} {change.Headline}", $"  {sign} {what.English} {change.Item} {change.Headline}");
    }

    private static LocalizedText Delivery(ReceiptDelivery delivery, TimeZoneInfo zone)
    {
        var at = TimeZoneInfo.ConvertTime(delivery.DueAt, zone).ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
        return IntakeTexts.Both(delivery.IsTooLate ? "ReceiptText.TooLate" : "ReceiptText.Delivery", delivery.Channel, at);
    }

    private static LocalizedText? NoDeliveries(Receipt receipt) =>
        receipt switch
        {
            { Status: ReceiptStatus.Held or ReceiptStatus.Refused } or { Deliveries.Count: > 0 } => null,
            { Undelivered: true } => IntakeTexts.Both("ReceiptText.NotDelivered"),
            { Status: ReceiptStatus.Same } => null,
            _ => IntakeTexts.Both("ReceiptText.NoSubscriptionGets"),
        };

    private static LocalizedText Indent(LocalizedText text) => new($"  {text.Japanese}", $"  {text.English}");
}
