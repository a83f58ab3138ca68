using Bot.Chat;

namespace Bot.Archive.Queries;

/// <summary>What an answer says about its source briefing.</summary>
/// <param name="Id">Id of the stored briefing.</param>
/// <param name="Edition"><see cref="BriefingKey.Edition"/>.</param>
/// <param name="Revision">Number of its newest revision.</param>
/// <param name="IsSample">Whether it is the sample that ships with the bot; answers from it say so.</param>
public sealed record ArchivedBriefing(int Id, string Series, DateOnly Date, string Edition, int Revision, bool IsSample)
{
    public BriefingKey Key => new(Series, Date, Edition);
}
