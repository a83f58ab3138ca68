using Bot.Archive.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Archive.Askers;

internal sealed class AskerConfiguration : IEntityTypeConfiguration<StoredAsker>
{
    public void Configure(EntityTypeBuilder<StoredAsker> builder)
    {
        builder.ToTable("askers");
        builder.HasKey(asker => new
        {
            asker.Platform,
            asker.Workspace,
            asker.Person,
        });
        builder.HasIndex(asker => asker.AnsweredAt);
        builder.Property(asker => asker.Platform).HasMaxLength(16);
        builder.Property(asker => asker.Workspace).HasMaxLength(64);
        builder.Property(asker => asker.Person).HasMaxLength(64);
    }
}
