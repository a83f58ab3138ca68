namespace Bot.Archive.Entities;

/// <summary>A company in the archive, under the key that unites its spellings.</summary>
public sealed class StoredCompany
{
    /// <summary><see cref="Bot.Briefings.Model.CompanyName.Key"/>.</summary>
    public required string Key { get; set; }

    /// <summary>The newest spelling.</summary>
    public required string Name { get; set; }

    public DateOnly LastNamed { get; set; }
}
