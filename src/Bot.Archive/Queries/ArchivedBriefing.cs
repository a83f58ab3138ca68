using Bot.Chat;

namespace Bot.Archive.Queries;

/// <summary>What an answer says about the briefing it comes from.</summary>
/// <param name="Id">Id of the stored briefing.</param>
/// <param name="Edition"><see cref="BriefingKey.Edition"/>.</param>
/// <param name="Revision">Number of its newest revision.</param>
/// <param name="IsSample">It ships with the bot, and an answer from it says so.</param>
public sealed record ArchivedBriefing(int Id, string Series, DateOnly Date, string Edition, int Revision, bool IsSample)
{
    public BriefingKey Key => new(Series, Date, Edition);
}
