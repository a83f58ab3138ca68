using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Text;

namespace Bot.Posts.Funding;

/// <summary>
/// How a funding round is laid out, the same on every platform: company and amount bold on the first line, valuation in
/// brackets, stage; then one line each for what it does, its investors, why it matters and anything else in the row; the
/// citation last. No word of the row's cells is lost.
/// </summary>
public static class FundingCard
{
    /// <summary>In a section post: empty cells get no line.</summary>
    public static RoleBlock InPost(FundingRound round, IReadOnlyList<FundingCell> cells, Locale locale) =>
        new FundingLayout(round, cells, Texts.In(locale), null).Card();

    /// <summary>
    /// In a reply: without the company, which the reply's first line names, but with the date. Facts the briefing does
    /// not state are shown as not stated.
    /// </summary>
    /// <param name="date">The briefing's date.</param>
    public static RoleBlock InReply(
        FundingRound round,
        IReadOnlyList<FundingCell> cells,
        Locale locale,
        DateOnly date,
        DateForm dateForm = DateForm.Post
    ) => new FundingLayout(round, cells, Texts.In(locale), Dates.Full(date, locale, dateForm)).Card();
}
