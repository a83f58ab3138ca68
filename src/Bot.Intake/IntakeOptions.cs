using System.ComponentModel.DataAnnotations;
using Bot.Chat.Options;
using Bot.Intake.Feeds;

namespace Bot.Intake;

/// <summary>The ways in, other than the command line.</summary>
public sealed class IntakeOptions : IRules
{
    /// <summary>Shortest API token that the start accepts, in characters.</summary>
    public const int ShortestToken = NamedTokenRules.ShortestToken;

    /// <summary>
    /// Days around today, in the series' zone, within which a briefing's date is usual: see <see cref="Holding.DateRule"/>. 0 to 3650.
    /// </summary>
    [Range(0, 3650)]
    public int MaxDaysFromToday { get; init; } = 3;

    /// <summary>Folder watched for briefings; null: none. Relative to the caller's folder.</summary>
    public string? Inbox { get; init; }

    /// <summary>How long a file in the inbox must stay unchanged before it is taken. 0.1 s to 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan InboxSettle { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Name of the sender → bearer token for <c>POST /api/briefings</c>.</summary>
    [Secret]
    public Dictionary<string, string> ApiTokens { get; init; } = [];

    public List<FeedOptions> Feeds { get; init; } = [];

    public IEnumerable<OptionProblem> Check() => NamedTokenRules.Check(nameof(ApiTokens), ApiTokens);
}
