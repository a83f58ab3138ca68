using System.Data.Common;
using System.Xml.Linq;
using Bot.Archive.Setup;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Archive.Secrets;

/// <summary>The state of the keys in the archive.</summary>
/// <param name="Unwrapped">Keys that anyone with the database can use.</param>
/// <param name="Locked">Keys that the configuration cannot open.</param>
/// <param name="Tokens">Tokens protected by them.</param>
public sealed record KeyWrappingState(int Keys, int Unwrapped, int Locked, int Tokens);

/// <summary>
/// Wraps keys older than the master key or certificate: unwrapped ones, and those wrapped with a former master key. Data
/// Protection itself wraps only new keys, every 90 days. A process that cannot open the keys must not start: it would take
/// the tokens for lost and put its own in their place.
/// </summary>
public sealed class KeyWrapping(
    IDbContextFactory<ArchiveContext> contexts,
    KeySeals seals,
    TokenProtector protector,
    IKeyManager manager,
    ArchiveOptions archive,
    IOptions<KeyManagementOptions> management,
    TimeProvider time
)
{
    /// <summary>As Data Protection's own.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    /// <summary>Refuses keys that the configuration does not open. Only reads; what is not there yet is no obstacle.</summary>
    /// <exception cref="ArchiveException"><see cref="ArchiveFault.KeysLocked"/>.</exception>
    public async Task RefuseLockedAsync(CancellationToken cancellationToken)
    {
        if (archive.SqliteFile() is { } file && !File.Exists(file))
        {
            return;
        }

        List<XElement> all;
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            all = await ReadAsync(context, cancellationToken);
        }
        catch (DbException failure) when (DatabaseErrors.IsNotMadeYet(failure))
        {
            return;
        }

        if (all.Count(seals.IsLocked) is > 0 and var locked)
        {
            throw ArchiveException.KeysLocked(all.Count, locked);
        }
    }

    /// <summary>
    /// Makes the first key, wrapped, so that whoever starts later with another master key is refused although no token is
    /// kept yet. Does nothing if there is a key, or nothing to wrap it with.
    /// </summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (management.Value.XmlEncryptor is null)
        {
            return;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await context.ProtectionKeys.AnyAsync(cancellationToken))
        {
            var now = time.GetUtcNow();
            manager.CreateNewKey(now, now + Lifetime);
        }
    }

    /// <summary>
    /// Wraps the keys with the current configuration; does nothing if there is none. A key that cannot be opened stays as
    /// it is. Returns the number wrapped.
    /// </summary>
    public async Task<int> WrapAsync(CancellationToken cancellationToken)
    {
        if (management.Value.XmlEncryptor is not { } encryptor)
        {
            return 0;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var wrapped = 0;
        foreach (var key in await context.ProtectionKeys.ToListAsync(cancellationToken))
        {
            var xml = XElement.Parse(key.Xml);
            if (encryptor is MasterKeyEncryptor && !seals.OpenFormer(xml))
            {
                continue;
            }

            var bare = KeySeals.Bare(xml).ToList();
            bare.ForEach(secret => KeySeals.Seal(secret, encryptor));
            key.Xml = bare.Count > 0 ? xml.ToString(SaveOptions.DisableFormatting) : key.Xml;
            wrapped += bare.Count > 0 ? 1 : 0;
        }

        await context.SaveChangesAsync(cancellationToken);
        return wrapped;
    }

    public async Task<KeyWrappingState> LookAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var all = await ReadAsync(context, cancellationToken);
        return new KeyWrappingState(
            all.Count,
            all.Count(xml => KeySeals.Bare(xml).Any()),
            all.Count(seals.IsLocked),
            await context.Installations.CountAsync(cancellationToken)
        );
    }

    /// <summary>
    /// For whoever has lost the master key: removes the keys that nothing opens, and the tokens that they protected.
    /// Returns how many of each.
    /// </summary>
    public async Task<(int Keys, int Tokens)> ForgetLockedAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var locked = (await context.ProtectionKeys.ToListAsync(cancellationToken)).FindAll(key => seals.IsLocked(XElement.Parse(key.Xml)));
        if (locked.Count == 0)
        {
            return (0, 0);
        }

        var unreadable = (await context.Installations.ToListAsync(cancellationToken)).FindAll(row =>
            protector.Unprotect(row.Platform, row.Workspace, row.ProtectedToken) is null
        );
        context.RemoveRange(locked);
        context.RemoveRange(unreadable);
        await ChangeCounts.RaiseAsync(context, Entities.ChangeCount.Installations, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        return (locked.Count, unreadable.Count);
    }

    private static async Task<List<XElement>> ReadAsync(ArchiveContext context, CancellationToken cancellationToken) =>
        (await context.ProtectionKeys.Select(key => key.Xml).ToListAsync(cancellationToken)).ConvertAll(xml => XElement.Parse(xml));
}
