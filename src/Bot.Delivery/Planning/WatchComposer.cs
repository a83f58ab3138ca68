using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Archive.Queries;
using Bot.Archive.Saving;
using Bot.Briefings;
using Bot.Briefings.Filters;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Filters;
using Bot.Chat.Messages;
using Bot.Chat.Sections;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Bot.Posts;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Planning;

/// <summary>Words what a briefing has for a watch: what was found, with its section and its sources as links.</summary>
public sealed class WatchComposer(IDbContextFactory<ArchiveContext> contexts, BriefingReader reader)
{
    private const int MostTold = 8;

    /// <summary>Of a headline, in grapheme clusters.</summary>
    private const int LongestHeadline = 120;

    /// <summary>Of a rule, in grapheme clusters.</summary>
    private const int LongestRule = 80;

    private readonly ReferenceQueries _references = new(contexts);
    private readonly FilterReader _rules = new(reader.Terms);

    /// <param name="found">Best match first; at least one.</param>
    public async Task<Message> ComposeAsync(
        Subscription watch,
        BriefingListing briefing,
        IReadOnlyList<FoundItem> found,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(watch);
        ArgumentNullException.ThrowIfNull(briefing);
        ArgumentNullException.ThrowIfNull(found);
        var texts = DeliveryTexts.In(watch.Locale);
        var shared = Chat.Texts.In(watch.Locale);
        var shown = found.Take(MostTold).ToList();
        var references = (await _references.OfBriefingAsync(briefing.Id, cancellationToken)).ToList();
        var byNumber = CitationResolver.ByNumber(references);
        var rule = _rules.Read(watch.Filter ?? "").Filter is { } filter ? FilterText.Of(filter, watch.Locale) : watch.Filter ?? "";
        var day = Dates.Full(briefing.Date, watch.Locale);
        var body = new MarkdownDocument
        {
            Nodes.Paragraph([
                Nodes.Bold(Nodes.Text(texts.Format("Watch.Found", watch.Name, Graphemes.Cut(Invisible.Drop(rule), LongestRule)))),
            ]),
            Nodes.Small(briefing.IsSample ? day + shared.Separator + shared["Sample"] : day),
        };
        foreach (var one in shown)
        {
            body.Add(Nodes.Role(BlockRole.Card, Nodes.Paragraph(Lines(one.Item, byNumber, shared, watch.Locale))));
        }

        if (found.Count > shown.Count)
        {
            body.Add(Nodes.Small(texts.Format("Watch.More", found.Count - shown.Count)));
        }

        return new Message(body) { Locale = watch.Locale };
    }

    private static List<Inline> Lines(ArchivedItem item, IReadOnlyDictionary<int, Reference> references, Chat.Texts shared, Locale locale)
    {
        var headline = Graphemes.Cut(Invisible.Drop(item.Headline), LongestHeadline);
        var lines = new List<Inline> { Nodes.Bold(Nodes.Text(headline)) };
        if (item.Kind == ItemKind.Funding && EntryJson.ReadFunding(item.Data) is { Amount: { } money })
        {
            lines.Add(Nodes.Text(shared.NameSeparator));
            lines.Add(Nodes.Bold(Nodes.Text(money.Raw)));
        }

        lines.Add(Nodes.Break());
        lines.Add(Nodes.Text(SectionWords.NameOf(item.Section).In(locale)));
        foreach (var number in Citations(item))
        {
            var reference = references.GetValueOrDefault(number);
            var name = Invisible.Drop(FormattableString.Invariant($"[{number}] {reference?.Publisher ?? reference?.Title}")).TrimEnd();
            lines.Add(Nodes.Text(shared.Separator));
            lines.Add(SafeUrl.Of(reference?.Url) is { } url ? Nodes.Link(url, name) : Nodes.Text(name));
        }

        return lines;
    }

    private static IReadOnlyList<int> Citations(ArchivedItem item) =>
        item.Kind switch
        {
            ItemKind.News => EntryJson.ReadNews(item.Data).Citations,
            ItemKind.Funding => EntryJson.ReadFunding(item.Data).Citations,
            ItemKind.Outlook => EntryJson.ReadOutlook(item.Data).Citations,
            ItemKind.DeepDive => EntryJson.ReadDeepDive(item.Data).Citations,
            ItemKind.Insight => EntryJson.ReadInsight(item.Data).Citations,
            ItemKind.Text => EntryJson.ReadText(item.Data).Citations,
            _ => [],
        };
}
