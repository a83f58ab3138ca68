namespace Bot.Intake.Feeds;

/// <summary>Why a feed gave no document. Closed: this is what is logged, once per change.</summary>
public enum FeedTrouble
{
    /// <summary>No connection, a broken one, or an unknown name.</summary>
    Unreachable,

    /// <summary>Its certificate has expired, is for another name, or is of nobody whom this machine trusts; or it speaks no TLS.</summary>
    BadCertificate,
    PrivateAddress,
    TooManyRedirects,

    /// <summary>A redirect to something that is not http(s), or from https to http.</summary>
    BadRedirect,

    /// <summary>A status other than 200 and 304.</summary>
    BadStatus,

    /// <summary>Something else, judging by its type or its beginning: a web page, a news feed, JSON, a picture.</summary>
    NotMarkdown,
    TooLarge,
    TimedOut,

    /// <summary>A document arrived, but intake refused it.</summary>
    Refused,
}

/// <summary>The answer from an address.</summary>
public abstract record FeedAnswer
{
    private FeedAnswer() { }

    /// <param name="Version">To send with the next request; null values if the server gives none.</param>
    public sealed record Document(byte[] Bytes, FeedVersion Version) : FeedAnswer;

    public sealed record Unchanged : FeedAnswer;

    /// <param name="Detail">For a person: a status, what came instead and what to do. Never a body.</param>
    public sealed record Failed(FeedTrouble Trouble, string Detail) : FeedAnswer;
}

/// <summary>The server's identifiers of the version it sent last.</summary>
public sealed record FeedVersion(string? ETag, DateTimeOffset? LastModified)
{
    public static FeedVersion None { get; } = new(null, null);
}
