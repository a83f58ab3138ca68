using Bot.Archive.Deals;
using Bot.Archive.Entities;
using Bot.Archive.Search;
using Bot.Briefings.Model;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Saving;

/// <summary>Writes one briefing inside the caller's transaction.</summary>
internal sealed class BriefingWriter(ArchiveContext context, DateTimeOffset now)
{
    public async Task<SaveResult> WriteAsync(SaveRequest request, CancellationToken cancellationToken)
    {
        var markdown = StoredText.Clean(request.Reading.Source);
        var revision = new StoredRevision
        {
            Number = 1,
            Markdown = markdown,
            ContentHash = StoredText.Hash(markdown),
            Origin = request.Origin,
            ReceivedAt = now,
        };

        await SaveQueue.EnterAsync(context, request.Series, cancellationToken);
        var known = await context
            .Briefings.Where(briefing =>
                briefing.Series == request.Series && briefing.Date == request.Date && briefing.Edition == request.Edition
            )
            .Select(briefing => new
            {
                Briefing = briefing,
                Hash = briefing.Revisions.Where(old => old.Number == briefing.Revision).Select(old => old.ContentHash).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (known?.Hash == revision.ContentHash)
        {
            return new SaveResult(SaveStatus.Unchanged, known.Briefing.Id, known.Briefing.Revision, known.Briefing.IsHeld, []);
        }

        return known is null
            ? await CreateAsync(request, revision, cancellationToken)
            : await ReviseAsync(known.Briefing, request, revision, cancellationToken);
    }

    private async Task<SaveResult> CreateAsync(SaveRequest request, StoredRevision revision, CancellationToken cancellationToken)
    {
        var briefing = new StoredBriefing
        {
            Series = request.Series,
            Date = request.Date,
            Edition = request.Edition,
            Revision = 1,
            ReadBy = request.ReadBy,
            Title = Title(request.Reading.Briefing),
            IsSample = request.IsSample,
            IsHeld = request.IsHeld,
            HeldFor = request.HeldFor,
            IsUnplanned = request.Deliver,
            ReceivedAt = now,
            RevisedAt = now,
        };
        briefing.Revisions.Add(revision);
        context.Briefings.Add(briefing);
        await context.SaveChangesAsync(cancellationToken);
        var drafts = ItemDrafts.Of(request.Reading);
        var items = drafts.Select(draft => ItemRow.Of(draft, briefing)).ToList();
        await InsertAsync(items, KeysOf(items), cancellationToken);
        await SearchIndex.AddAsync(context, items, drafts, cancellationToken);
        await NameCompaniesAsync(briefing, request.Reading.Briefing, drafts, items, cancellationToken);
        return new SaveResult(SaveStatus.Created, briefing.Id, 1, briefing.IsHeld, []);
    }

    private async Task<SaveResult> ReviseAsync(
        StoredBriefing briefing,
        SaveRequest request,
        StoredRevision revision,
        CancellationToken cancellationToken
    )
    {
        var stored = await context
            .Items.Where(item => item.BriefingId == briefing.Id)
            .OrderBy(item => item.Id)
            .ToListAsync(cancellationToken);
        revision.BriefingId = briefing.Id;
        revision.Number = briefing.Revision + 1;
        context.Revisions.Add(revision);
        briefing.Revision = revision.Number;
        briefing.RevisedAt = now;
        briefing.Title = Title(request.Reading.Briefing);
        briefing.ReadBy = request.ReadBy;
        briefing.IsUnplanned |= request.Deliver;
        if (briefing.IsSample && !request.IsSample)
        {
            // A real briefing replaces the sample on its day: its date is checked like a new one's.
            (briefing.IsSample, briefing.IsHeld) = (false, request.IsHeld);
            stored.ForEach(item => item.IsHeld = request.IsHeld);
        }

        briefing.HeldFor = briefing.IsHeld ? request.HeldFor ?? briefing.HeldFor : briefing.HeldFor;

        var before = KeysOf(stored);
        var drafts = ItemDrafts.Of(request.Reading);
        var merge = new RevisionMerge(briefing, briefing.Revision, stored, drafts);
        await context.SaveChangesAsync(cancellationToken);
        await InsertAsync(merge.Added, [.. before.Union(KeysOf(merge.Items))], cancellationToken);
        await SearchIndex.ReplaceAsync(context, briefing.Id, merge.Items, drafts, cancellationToken);
        await RenameCompaniesAsync(briefing, request.Reading.Briefing, drafts, merge.Items, cancellationToken);
        return new SaveResult(SaveStatus.Revised, briefing.Id, briefing.Revision, briefing.IsHeld, merge.Changes());
    }

    /// <summary>
    /// Rereads a stored briefing, going through its revisions from the first, so that each item gets the revisions it
    /// appears in according to the current reading. Items keep their ids as long as one of their revisions still has
    /// them.
    /// </summary>
    /// <param name="revisions">All of them, in order.</param>
    public async Task RereadAsync(
        StoredBriefing briefing,
        IReadOnlyList<DraftedRevision> revisions,
        string readBy,
        CancellationToken cancellationToken
    )
    {
        var stored = await context
            .Items.Where(item => item.BriefingId == briefing.Id)
            .OrderBy(item => item.Id)
            .ToListAsync(cancellationToken);
        var before = KeysOf(stored);
        stored.ForEach(item => item.GoneInRevision = item.FirstRevision);
        var known = stored.ToHashSet();
        var seen = new HashSet<StoredItem>();
        IReadOnlyList<StoredItem> items = [];
        for (var revision = 1; revision <= revisions.Count; revision++)
        {
            items = new RevisionMerge(briefing, revision, stored, revisions[revision - 1].Drafts).Items;
            foreach (var item in items.Where(seen.Add))
            {
                item.FirstRevision = revision;
            }

            stored = [.. stored.Union(items)];
        }

        briefing.Title = Title(revisions[^1].Briefing);
        briefing.ReadBy = readBy;
        await context.SaveChangesAsync(cancellationToken);
        await InsertAsync([.. stored.Where(item => !known.Contains(item))], [.. before.Union(KeysOf(stored))], cancellationToken);
        await SearchIndex.ReplaceAsync(context, briefing.Id, items, revisions[^1].Drafts, cancellationToken);
        await RenameCompaniesAsync(briefing, revisions[^1].Briefing, revisions[^1].Drafts, items, cancellationToken);
    }

    /// <param name="companies">Keys of all companies whose rounds came, changed or went.</param>
    private async Task InsertAsync(
        IReadOnlyList<StoredItem> items,
        IReadOnlyCollection<string> companies,
        CancellationToken cancellationToken
    )
    {
        await ItemIds.AssignAsync(context, items, cancellationToken);
        await DealLinks.JoinAsync(context, companies, items, cancellationToken);
        await RowInsert.RunAsync(context, items, cancellationToken);
    }

    private async Task NameCompaniesAsync(
        StoredBriefing briefing,
        Briefing read,
        IReadOnlyList<ItemDraft> drafts,
        IReadOnlyList<StoredItem> items,
        CancellationToken cancellationToken
    )
    {
        var mentions = Mentions.Of(briefing, read, drafts, items);
        await RowInsert.RunAsync(context, mentions, cancellationToken);
        if (!briefing.IsHeld)
        {
            await CompanyTable.NameAsync(context, mentions, cancellationToken);
        }
    }

    private async Task RenameCompaniesAsync(
        StoredBriefing briefing,
        Briefing read,
        IReadOnlyList<ItemDraft> drafts,
        IReadOnlyList<StoredItem> items,
        CancellationToken cancellationToken
    )
    {
        var before = await context
            .Mentions.AsNoTracking()
            .Where(mention => mention.BriefingId == briefing.Id)
            .OrderBy(mention => mention.Id)
            .ToListAsync(cancellationToken);
        if (before.Select(Said).SequenceEqual(Mentions.Of(briefing, read, drafts, items).Select(Said)))
        {
            // Most often: a correction of a figure, or a reading again that finds what it found before.
            return;
        }

        await context.Mentions.Where(mention => mention.BriefingId == briefing.Id).ExecuteDeleteAsync(cancellationToken);
        await NameCompaniesAsync(briefing, read, drafts, items, cancellationToken);
        await CompanyTable.ForgetAsync(context, [.. before.Select(mention => mention.CompanyKey).Distinct()], cancellationToken);
    }

    private static (string, string, MentionRole, int, long?, bool) Said(StoredMention mention) =>
        (mention.CompanyKey, mention.Name, mention.Role, mention.SectionOrder, mention.ItemId, mention.IsHeld);

    private static HashSet<string> KeysOf(IEnumerable<StoredItem> items) =>
        [.. items.Where(item => item.Kind == ItemKind.Funding).Select(item => item.CompanyKey).OfType<string>()];

    private static string? Title(Briefing briefing) => briefing.Title is { } title ? StoredText.Clean(title) : null;
}
