using Bot.Archive.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Archive.Installations;

internal sealed class InstallationConfiguration
    : IEntityTypeConfiguration<StoredInstallation>,
        IEntityTypeConfiguration<InboxEntry>,
        IEntityTypeConfiguration<PlatformStateEntry>,
        IEntityTypeConfiguration<ProtectionKey>,
        IEntityTypeConfiguration<ChangeCount>,
        IEntityTypeConfiguration<StoredAlert>
{
    public void Configure(EntityTypeBuilder<StoredInstallation> builder)
    {
        builder.ToTable("installations");
        builder.HasIndex(installation => new { installation.Platform, installation.Workspace }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<InboxEntry> builder)
    {
        builder.ToTable("inbox");
        builder.HasIndex(entry => new { entry.Platform, entry.Request }).IsUnique();
        builder.HasIndex(entry => entry.ReceivedAt);
    }

    public void Configure(EntityTypeBuilder<PlatformStateEntry> builder)
    {
        builder.ToTable("platform_state");
        builder.HasKey(entry => new { entry.Platform, entry.Key });
    }

    public void Configure(EntityTypeBuilder<ProtectionKey> builder)
    {
        builder.ToTable("protection_keys");
        builder.HasIndex(key => key.Name).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ChangeCount> builder)
    {
        builder.ToTable("change_counts");
        builder.HasKey(count => count.Name);
        builder.HasData(new ChangeCount { Name = ChangeCount.Briefings }, new ChangeCount { Name = ChangeCount.Installations });
    }

    public void Configure(EntityTypeBuilder<StoredAlert> builder)
    {
        builder.ToTable("alerts");
        builder.HasIndex(alert => new { alert.Subject, alert.Reason }).IsUnique();
        builder.HasIndex(alert => new { alert.ResolvedAt, alert.NextAt });
    }
}
