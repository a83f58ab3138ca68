namespace Bot.Intake.Feeds;

/// <summary>Why a feed gave no document. Closed: it is what is logged, once per change.</summary>
public enum FeedTrouble
{
    /// <summary>No connection, a broken one, or a name that nobody knows.</summary>
    Unreachable,
    PrivateAddress,
    TooManyRedirects,

    /// <summary>A redirect to something that is not http(s), or from https to http.</summary>
    BadRedirect,

    /// <summary>A status other than 200 and 304.</summary>
    BadStatus,

    /// <summary>Something else, by its type or by how it begins: a web page, a feed of news, JSON, a picture.</summary>
    NotMarkdown,
    TooLarge,
    TimedOut,

    /// <summary>A document came and intake refused it.</summary>
    Refused,
}

/// <summary>What an address said.</summary>
public abstract record FeedAnswer
{
    private FeedAnswer() { }

    /// <param name="Version">To ask with the next time; null values when the server gives none.</param>
    public sealed record Document(byte[] Bytes, FeedVersion Version) : FeedAnswer;

    public sealed record Unchanged : FeedAnswer;

    /// <param name="Detail">For a person: a status, what came instead and what to do. Never a body.</param>
    public sealed record Failed(FeedTrouble Trouble, string Detail) : FeedAnswer;
}

/// <summary>What the server called the version it sent last.</summary>
public sealed record FeedVersion(string? ETag, DateTimeOffset? LastModified)
{
    public static FeedVersion None { get; } = new(null, null);
}
