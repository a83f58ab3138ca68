using System.Globalization;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Platforms;
using Bot.Web.Channel;
using Bot.Web.Pages;
using Bot.Web.Texts;

namespace Bot.Web.Api.Answers;

/// <summary>
/// Reads what a program says as a call. A program asks as the web channel does: it sees the series that are open to that channel, and
/// nobody is an admin.
/// </summary>
public sealed class AnswerReader(SeriesCatalogue catalogue)
{
    /// <summary>Of all values together, in UTF-16 units.</summary>
    public const int LongestQuestion = 300;

    /// <param name="given">Names and values; a value may be empty.</param>
    /// <param name="locale">If the language is not named.</param>
    /// <returns>The call, or what is wrong.</returns>
    public (CommandCall? Call, AnswerProblem? Problem) Read(
        ReadingCommand command,
        IReadOnlyDictionary<string, string> given,
        Locale locale
    )
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(given);
        var known = command.Parameters.Select(parameter => parameter.Name).ToList();
        if (given.Keys.FirstOrDefault(name => !known.Contains(name)) is { } strange)
        {
            return Wrong("bad-query", ApiTexts.Both("Answer.UnknownParameter", Shown(strange), string.Join(", ", known)));
        }

        if (given.Values.Sum(value => value.Length) > LongestQuestion)
        {
            return Wrong("bad-query", ApiTexts.Both("Answer.TooLong", LongestQuestion));
        }

        var common = command.Parameters.Where(AnswerParameter.Common.Contains).Select(parameter => parameter.Name).ToHashSet();
        string Common(string name) => common.Contains(name) ? given.GetValueOrDefault(name, "").Trim() : "";
        var skip = 0;
        if (
            Common(AnswerParameter.Skip) is { Length: > 0 } skipped
            && !(int.TryParse(skipped, NumberStyles.None, CultureInfo.InvariantCulture, out skip) && skip <= AnswerParameter.MostSkipped)
        )
        {
            return Wrong("bad-query", ApiTexts.Both("Answer.WrongSkip", AnswerParameter.MostSkipped));
        }

        DateOnly? asOf = null;
        if (Common(AnswerParameter.AsOf) is { Length: > 0 } day)
        {
            if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed))
            {
                return Wrong("bad-date", ApiTexts.Both("Answer.WrongAsOf"));
            }

            asOf = parsed;
        }

        if (Common(AnswerParameter.Language) is { Length: > 0 } language)
        {
            if (PageLocale.Parse(language) is not { } named)
            {
                return Wrong("bad-query", ApiTexts.Both("Answer.WrongLanguage"));
            }

            locale = named;
        }

        var series = Common(AnswerParameter.Series);
        if (series.Length == 0 ? OpenSeries.First(catalogue) is null : OpenSeries.Find(catalogue, series) is null)
        {
            return (null, OpenSeries.Unknown(catalogue, series));
        }

        var text = $"{command.Subcommand.Name} {command.TextOf(name => given.GetValueOrDefault(name, ""))}".Trim();
        return (
            new CommandCall(command.Command.Name, Paged(text, skip), locale)
            {
                Platform = PlatformId.Web,
                Workspace = WebChannel.Workspace,
                Series = series.Length > 0 ? series : null,
                Date = asOf,
                UpTo = asOf is not null,
                IsForPrograms = true,
            },
            null
        );
    }

    /// <summary>The same question from a later entry on.</summary>
    private static string Paged(string text, int skip) => Bot.Answers.Arguments.PageArgument.Text(text, skip);

    private static string Shown(string name) => name.Length > 40 ? name[..40] : name;

    private static (CommandCall?, AnswerProblem) Wrong(string code, LocalizedText detail) =>
        (null, new AnswerProblem(400, code, ApiTexts.Both("Problem.Query"), detail));
}
