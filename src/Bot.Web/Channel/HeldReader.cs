using Bot.Archive.Saving;
using Bot.Chat;
using Bot.Chat.Platforms;

namespace Bot.Web.Channel;

/// <summary>Reads for the page what waits for a person's word.</summary>
public sealed class HeldReader(BriefingArchive archive, SeriesCatalogue series)
{
    private const int Most = 20;

    /// <summary>Held briefings of the series that the web channel may see, the newest day first.</summary>
    public async Task<IReadOnlyList<BriefingListing>> ReadAsync(CancellationToken cancellationToken)
    {
        var held = await archive.HeldAsync(series: null, Most, cancellationToken);
        return [.. held.Where(one => series.Find(one.Series) is not { } known || known.IsOpenTo(PlatformId.Web, WebChannel.Workspace))];
    }
}
