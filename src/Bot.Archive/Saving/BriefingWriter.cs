using Bot.Archive.Entities;
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
        var known = await context.Briefings
            .Where(briefing => briefing.Series == request.Series && briefing.Date == request.Date)
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
            Revision = 1,
            Title = Title(request),
            IsSample = request.IsSample,
            IsHeld = request.IsHeld,
            IsUnplanned = request.Deliver,
            ReceivedAt = now,
            RevisedAt = now,
        };
        briefing.Revisions.Add(revision);
        context.Briefings.Add(briefing);
        await context.SaveChangesAsync(cancellationToken);
        var drafts = ItemDrafts.Of(request.Reading.Briefing);
        var items = drafts.Select(draft => ItemRow.Of(draft, briefing)).ToList();
        await InsertAsync(items, cancellationToken);
        await NameCompaniesAsync(briefing, request, drafts, items, cancellationToken);
        return new SaveResult(SaveStatus.Created, briefing.Id, 1, briefing.IsHeld, []);
    }

    private async Task<SaveResult> ReviseAsync(
        StoredBriefing briefing, SaveRequest request, StoredRevision revision, CancellationToken cancellationToken)
    {
        var stored = await context.Items.Where(item => item.BriefingId == briefing.Id).OrderBy(item => item.Id).ToListAsync(cancellationToken);
        revision.BriefingId = briefing.Id;
        revision.Number = briefing.Revision + 1;
        context.Revisions.Add(revision);
        briefing.Revision = revision.Number;
        briefing.RevisedAt = now;
        briefing.Title = Title(request);
        briefing.IsUnplanned |= request.Deliver;
        if (briefing.IsSample && !request.IsSample)
        {
            // Somebody's own briefing takes the sample's day: its date is judged as a new one's is.
            (briefing.IsSample, briefing.IsHeld) = (false, request.IsHeld);
            stored.ForEach(item => item.IsHeld = request.IsHeld);
        }

        var drafts = ItemDrafts.Of(request.Reading.Briefing);
        var merge = new RevisionMerge(briefing, stored, drafts);
        await context.SaveChangesAsync(cancellationToken);
        await InsertAsync(merge.Added, cancellationToken);

        var before = await context.Mentions.Where(mention => mention.BriefingId == briefing.Id).Select(mention => mention.CompanyKey).Distinct().ToListAsync(cancellationToken);
        await context.Mentions.Where(mention => mention.BriefingId == briefing.Id).ExecuteDeleteAsync(cancellationToken);
        await NameCompaniesAsync(briefing, request, drafts, merge.Items, cancellationToken);
        await CompanyTable.ForgetAsync(context, before, cancellationToken);
        return new SaveResult(SaveStatus.Revised, briefing.Id, briefing.Revision, briefing.IsHeld, merge.Changes());
    }

    private async Task InsertAsync(IReadOnlyList<StoredItem> items, CancellationToken cancellationToken)
    {
        await ItemIds.AssignAsync(context, items, cancellationToken);
        await RowInsert.RunAsync(context, items, cancellationToken);
    }

    private async Task NameCompaniesAsync(
        StoredBriefing briefing, SaveRequest request, IReadOnlyList<ItemDraft> drafts, IReadOnlyList<StoredItem> items, CancellationToken cancellationToken)
    {
        var mentions = Mentions.Of(briefing, request.Reading.Briefing, drafts, items);
        await RowInsert.RunAsync(context, mentions, cancellationToken);
        if (!briefing.IsHeld)
        {
            await CompanyTable.NameAsync(context, mentions, cancellationToken);
        }
    }

    private static string? Title(SaveRequest request) =>
        request.Reading.Briefing.Title is { } title ? StoredText.Clean(title) : null;
}
