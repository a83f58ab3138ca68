using Bot.Archive.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Archive.Saving;

internal sealed class BriefingConfiguration
    : IEntityTypeConfiguration<StoredBriefing>,
        IEntityTypeConfiguration<StoredRevision>,
        IEntityTypeConfiguration<StoredItem>,
        IEntityTypeConfiguration<StoredMention>,
        IEntityTypeConfiguration<StoredCompany>
{
    public void Configure(EntityTypeBuilder<StoredBriefing> builder)
    {
        builder.ToTable("briefings");
        builder
            .HasIndex(briefing => new
            {
                briefing.Series,
                briefing.Date,
                briefing.Edition,
            })
            .IsUnique();
        // The few that wait for confirmation, which answers name.
        builder.HasIndex(briefing => new { briefing.Series, briefing.Date }).HasFilter("\"IsHeld\"").HasDatabaseName("IX_briefings_held");
        builder.Property(briefing => briefing.Edition).HasMaxLength(32).HasDefaultValue("");
        builder.Property(briefing => briefing.ReadBy).HasMaxLength(64).HasDefaultValue("");
        builder.HasMany(briefing => briefing.Revisions).WithOne().HasForeignKey(revision => revision.BriefingId);
        builder.HasMany(briefing => briefing.Items).WithOne().HasForeignKey(item => item.BriefingId);
    }

    public void Configure(EntityTypeBuilder<StoredRevision> builder)
    {
        builder.ToTable("revisions");
        builder.HasKey(revision => new { revision.BriefingId, revision.Number });
    }

    public void Configure(EntityTypeBuilder<StoredItem> builder)
    {
        builder.ToTable("items");
        builder.HasIndex(item => new
        {
            item.BriefingId,
            item.Kind,
            item.Ordinal,
        });
        builder.HasIndex(item => new
        {
            item.Series,
            item.CompanyKey,
            item.Date,
        });
        // What follows the day allows choosing and counting ten years of rounds by stage and amount without reading a row.
        builder
            .HasIndex(item => new
            {
                item.Series,
                item.Kind,
                item.Date,
                item.DealId,
                item.Stage,
                item.Currency,
                item.AmountFrom,
                item.AmountTo,
                item.IsHeld,
                item.GoneInRevision,
            })
            .HasDatabaseName("IX_items_listed");
        // The largest rounds of a currency, a deal's reports, and a company's in every series.
        builder.HasIndex(item => new
        {
            item.Series,
            item.Currency,
            item.AmountTo,
        });
        builder.HasIndex(item => item.DealId);
        // Whether a headline was told before.
        builder.HasIndex(item => new { item.Series, item.Key }).HasFilter("\"Kind\" = 'News'").HasDatabaseName("IX_items_headlines");
        builder.HasIndex(item => item.CompanyKey);
        builder.Property(item => item.Stage).HasMaxLength(64);
        builder.Property(item => item.Currency).HasMaxLength(8);
    }

    public void Configure(EntityTypeBuilder<StoredMention> builder)
    {
        builder.ToTable("mentions");
        builder.HasOne<StoredBriefing>().WithMany().HasForeignKey(mention => mention.BriefingId);
        // A deal that gets another number takes its rounds' mentions along.
        builder.HasIndex(mention => mention.ItemId).HasFilter("\"DealId\" IS NOT NULL").HasDatabaseName("IX_mentions_rounds");
        // The last columns allow counting an investor's thousands of rounds and deals without reading a row.
        builder.HasIndex(mention => new
        {
            mention.Series,
            mention.CompanyKey,
            mention.Role,
            mention.Date,
            mention.ItemId,
            mention.IsHeld,
            mention.DealId,
        });
    }

    public void Configure(EntityTypeBuilder<StoredCompany> builder)
    {
        builder.ToTable("companies");
        builder.HasKey(company => company.Key);
    }
}
