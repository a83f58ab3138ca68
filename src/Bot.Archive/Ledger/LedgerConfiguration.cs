using Bot.Archive.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Archive.Ledger;

internal sealed class LedgerConfiguration
    : IEntityTypeConfiguration<Subscription>,
        IEntityTypeConfiguration<StoredDelivery>,
        IEntityTypeConfiguration<Post>,
        IEntityTypeConfiguration<Payload>,
        IEntityTypeConfiguration<Lease>,
        IEntityTypeConfiguration<Pause>,
        IEntityTypeConfiguration<AuditEntry>,
        IEntityTypeConfiguration<WebMessage>
{
    public void Configure(EntityTypeBuilder<Subscription> builder)
    {
        builder.ToTable("subscriptions");
        builder.Property(subscription => subscription.Name).HasDefaultValue("");
        builder
            .HasIndex(subscription => new
            {
                subscription.Platform,
                subscription.Workspace,
                subscription.Channel,
                subscription.Series,
                subscription.Name,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<StoredDelivery> builder)
    {
        builder.ToTable("deliveries");
        builder
            .HasIndex(delivery => new
            {
                delivery.SubscriptionId,
                delivery.Series,
                delivery.Date,
                delivery.Edition,
            })
            .IsUnique();
        builder.Property(delivery => delivery.Edition).HasMaxLength(32).HasDefaultValue("");
        builder.HasIndex(delivery => new
        {
            delivery.State,
            delivery.Token,
            delivery.Workspace,
            delivery.NextAt,
        });
        builder.HasIndex(delivery => new { delivery.Series, delivery.Date });
        builder.HasMany(delivery => delivery.Posts).WithOne().HasForeignKey(post => post.DeliveryId);
        builder.HasOne<Subscription>().WithMany().HasForeignKey(delivery => delivery.SubscriptionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredBriefing>().WithMany().HasForeignKey(delivery => delivery.BriefingId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.ToTable("posts");
        builder.HasIndex(post => post.Key).IsUnique();
        builder.HasIndex(post => new { post.DeliveryId, post.Ordinal });
        builder.HasIndex(post => new { post.State, post.ExpiresAt });
        builder.HasOne<Payload>().WithMany().HasForeignKey(post => post.PayloadHash).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Payload> builder)
    {
        builder.ToTable("payloads");
        builder.HasKey(payload => payload.Hash);
    }

    public void Configure(EntityTypeBuilder<Lease> builder)
    {
        builder.ToTable("leases");
        builder.HasKey(lease => lease.Token);
    }

    public void Configure(EntityTypeBuilder<Pause> builder)
    {
        builder.ToTable("pauses");
        builder.HasKey(pause => pause.Scope);
    }

    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit");
        builder.HasIndex(entry => entry.At);
    }

    public void Configure(EntityTypeBuilder<WebMessage> builder)
    {
        builder.ToTable("web_messages");
        builder.HasIndex(message => message.PostKey).IsUnique();
        builder.HasIndex(message => new
        {
            message.Channel,
            message.ThreadId,
            message.Id,
        });
    }
}
