using Bot.Archive.Saving;
using Bot.Briefings;
using Bot.Chat;
using Bot.Delivery.Planning;

namespace Bot.Intake;

/// <param name="Status">The archive's result.</param>
/// <param name="Key">The key it is stored under now.</param>
/// <param name="Deliveries">Planned now; empty unless it was confirmed.</param>
public sealed record ConfirmationResult(ConfirmStatus Status, BriefingKey Key, IReadOnlyList<ReceiptDelivery> Deliveries);

/// <summary>Releases a held briefing and plans its deliveries.</summary>
public sealed class Confirmation(BriefingArchive archive, BriefingReader reader, DeliveryPlanner planner)
{
    /// <summary>Releases it under its own key.</summary>
    public async Task<ConfirmationResult> ConfirmAsync(BriefingKey key, bool deliver, CancellationToken cancellationToken)
    {
        var status = await archive.ConfirmAsync(key, deliver, cancellationToken);
        if (status != ConfirmStatus.Confirmed)
        {
            return new(status, key, []);
        }

        // Not cancelled: what is released must be planned.
        var document = await archive.LoadAsync(key, revision: null, CancellationToken.None);
        if (!document!.Briefing.IsSample)
        {
            await archive.HideSamplesAsync(key.Series, CancellationToken.None);
        }

        return new(status, key, deliver ? await PlanAsync(key, document.Markdown) : []);
    }

    /// <summary>Releases it as an edition of its day, beside the existing briefing.</summary>
    public async Task<ConfirmationResult> ConfirmAsEditionAsync(
        BriefingKey key,
        string edition,
        bool deliver,
        CancellationToken cancellationToken
    )
    {
        if (key.Edition == edition)
        {
            return await ConfirmAsync(key, deliver, cancellationToken);
        }

        return await archive.MoveAsync(key, edition, cancellationToken)
            ? await ConfirmAsync(key with { Edition = edition }, deliver, CancellationToken.None)
            : new(
                await archive.LoadAsync(key, revision: null, cancellationToken) is null ? ConfirmStatus.NotFound : ConfirmStatus.NotHeld,
                key,
                []
            );
    }

    /// <summary>Makes it the next revision of the briefing beside which it waits; the held one is then gone.</summary>
    public async Task<ConfirmationResult> ConfirmAsRevisionAsync(BriefingKey key, bool deliver, CancellationToken cancellationToken)
    {
        if (await archive.LoadAsync(key, revision: null, cancellationToken) is not { } document)
        {
            return new(ConfirmStatus.NotFound, key, []);
        }

        if (!document.Briefing.IsHeld)
        {
            return new(ConfirmStatus.NotHeld, key, []);
        }

        var day = key with { Edition = EditionName.WaitedFor(key.Edition) };
        if (day == key || await archive.LoadAsync(day, revision: null, cancellationToken) is not { Briefing.IsHeld: false })
        {
            // There is nothing to revise: it is the day's own briefing.
            return await ConfirmAsEditionAsync(key, day.Edition, deliver, cancellationToken);
        }

        var reading = reader.Read(document.Markdown, day: key.Date);
        await archive.SaveAsync(
            new SaveRequest
            {
                Series = day.Series,
                Date = day.Date,
                Edition = day.Edition,
                Reading = reading,
                ReadBy = reader.Stamp,
                Origin = document.Origin,
                Deliver = deliver,
            },
            CancellationToken.None
        );
        await archive.RemoveHeldAsync(key, CancellationToken.None);
        return new(ConfirmStatus.Confirmed, day, deliver ? await PlanAsync(day, document.Markdown) : []);
    }

    private async Task<IReadOnlyList<ReceiptDelivery>> PlanAsync(BriefingKey key, string markdown)
    {
        await planner.PlanConfirmedAsync(key, CancellationToken.None);
        var kinds = reader.Read(markdown).Briefing.Sections.Select(section => section.Kind);
        return ReceiptDelivery.Of(await planner.PreviewAsync(key, kinds, markdown, isWanted: true, CancellationToken.None));
    }
}
