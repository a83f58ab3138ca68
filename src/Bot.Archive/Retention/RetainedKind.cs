namespace Bot.Archive.Retention;

/// <summary>What <see cref="ArchiveRetention"/> removes; the keys of <see cref="RetentionOptions"/>.</summary>
public enum RetainedKind
{
    /// <summary>Contents of posts.</summary>
    Payloads,

    /// <summary>Threads of the web channel, counted by their messages.</summary>
    WebMessages,

    Requests,

    Audit,

    Askers,
}
