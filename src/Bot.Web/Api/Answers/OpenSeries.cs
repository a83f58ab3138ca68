using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Web.Channel;
using Bot.Web.Texts;

namespace Bot.Web.Api.Answers;

/// <summary>The series that programs may read: those that are open to the web channel. Nothing is said of the others.</summary>
public static class OpenSeries
{
    public static IEnumerable<Series> Of(SeriesCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return catalogue.All.Where(series => series.IsOpenTo(PlatformId.Web, WebChannel.Workspace));
    }

    public static Series? First(SeriesCatalogue catalogue) => Of(catalogue).FirstOrDefault();

    public static Series? Find(SeriesCatalogue catalogue, string key) => Of(catalogue).FirstOrDefault(series => series.Key == key);

    public static AnswerProblem Unknown(SeriesCatalogue catalogue, string key) =>
        new(
            404,
            "unknown-series",
            ApiTexts.Both("GetFunding.NoSuchSeries"),
            Of(catalogue).Select(series => series.Key).ToList() is { Count: > 0 } keys
                ? ApiTexts.Both("Answer.UnknownSeries", key, string.Join(", ", keys))
                : ApiTexts.Both("Answer.NoSeries")
        );
}
