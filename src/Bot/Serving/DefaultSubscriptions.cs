using Bot.Archive.Subscriptions;
using Bot.Chat;
using Bot.Web.Channel;

namespace Bot.Serving;

/// <summary>Subscribes the web channel to every configured series, unless an admin has ended that subscription.</summary>
public sealed class DefaultSubscriptions(SubscriptionStore subscriptions, SeriesCatalogue series)
{
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        var channel = WebChannel.Default;
        var there = (await subscriptions.ListAsync(cancellationToken)).Select(row => SubscriptionSpec.Of(row).Identity).ToHashSet();
        foreach (var of in series.All.Where(of => of.IsOpenTo(channel.Platform, channel.Workspace)))
        {
            var spec = new SubscriptionSpec(of.Key, channel.Platform.Value, channel.Workspace, channel.Channel) { Locale = of.Language };
            if (!there.Contains(spec.Identity))
            {
                await subscriptions.EnsureAsync(spec, cancellationToken);
            }
        }
    }
}
