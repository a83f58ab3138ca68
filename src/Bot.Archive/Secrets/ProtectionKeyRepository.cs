using System.Security.Cryptography;
using System.Xml.Linq;
using Bot.Archive.Entities;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Secrets;

/// <summary>
/// Stores Data Protection's key ring in the archive, shared by all processes. Data Protection makes a new key when it finds
/// none that it can use: beside keys of another master key that would lock out all others, so nothing is stored there.
/// </summary>
internal sealed class ProtectionKeyRepository(IDbContextFactory<ArchiveContext> contexts, KeySeals seals) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var context = contexts.CreateDbContext();
        return
        [
            .. context
                .ProtectionKeys.AsNoTracking()
                .OrderBy(key => key.Id)
                .Select(key => key.Xml)
                .AsEnumerable()
                .Select(xml => XElement.Parse(xml)),
        ];
    }

    /// <exception cref="CryptographicException">There are keys that the configuration cannot open.</exception>
    public void StoreElement(XElement element, string friendlyName)
    {
        if (GetAllElements().Any(seals.IsLocked))
        {
            throw new CryptographicException("The archive has keys that the configured master key or certificate does not open.");
        }

        using var context = contexts.CreateDbContext();
        context.Add(new ProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        context.SaveChanges();
    }
}
