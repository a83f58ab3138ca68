namespace Bot.Archive.Entities;

/// <summary>
/// One key of ASP.NET Data Protection's key ring, as XML; its secret part is wrapped if a master key or certificate is
/// configured.
/// </summary>
public sealed class ProtectionKey
{
    public long Id { get; set; }

    /// <summary>Data Protection's name for it: <c>key-…</c>.</summary>
    public required string Name { get; set; }

    public required string Xml { get; set; }
}
