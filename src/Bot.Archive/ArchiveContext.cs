using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive;

/// <summary>
/// The archive: briefings, subscriptions and the ledger. One model for both databases; the derived contexts exist so
/// that each database has its own migrations. Create one per unit of work through <c>IDbContextFactory&lt;ArchiveContext&gt;</c>.
/// </summary>
public abstract class ArchiveContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<StoredBriefing> Briefings => Set<StoredBriefing>();

    public DbSet<StoredRevision> Revisions => Set<StoredRevision>();

    public DbSet<StoredItem> Items => Set<StoredItem>();

    public DbSet<StoredMention> Mentions => Set<StoredMention>();

    public DbSet<StoredCompany> Companies => Set<StoredCompany>();

    public DbSet<Subscription> Subscriptions => Set<Subscription>();

    public DbSet<StoredDelivery> Deliveries => Set<StoredDelivery>();

    public DbSet<Post> Posts => Set<Post>();

    public DbSet<Payload> Payloads => Set<Payload>();

    public DbSet<Lease> Leases => Set<Lease>();

    public DbSet<Pause> Pauses => Set<Pause>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<WebMessage> WebMessages => Set<WebMessage>();

    public DbSet<StoredInstallation> Installations => Set<StoredInstallation>();

    public DbSet<InboxEntry> Inbox => Set<InboxEntry>();

    public DbSet<PlatformStateEntry> PlatformState => Set<PlatformStateEntry>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    public DbSet<ChangeCount> ChangeCounts => Set<ChangeCount>();

    public DbSet<StoredAsker> Askers => Set<StoredAsker>();

    public DbSet<StoredAlert> Alerts => Set<StoredAlert>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite cannot order DateTimeOffset; ticks order everywhere.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ArchiveContext).Assembly);
}
