namespace Bot.Archive.Retention;

/// <summary>One kind of data that may be removed once it is old and nothing depends on it.</summary>
internal interface IExpiry
{
    RetainedKind Kind { get; }

    /// <summary>How long it is kept; zero: for ever.</summary>
    TimeSpan Age { get; }

    /// <summary>How much of it could be removed now.</summary>
    Task<int> CountAsync(ArchiveContext context, DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Removes some in the context's transaction.</summary>
    /// <param name="before">Only what is older.</param>
    /// <param name="most">About how many rows.</param>
    Task<Removal> RemoveAsync(ArchiveContext context, DateTimeOffset before, int most, CancellationToken cancellationToken);
}
