using Bot.Archive.Subscriptions;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Delivery.Planning;

namespace Bot.Delivery.Administering;

/// <summary>Posts the newest issue to the channel in which it is asked for, and offers to do so.</summary>
internal sealed class PostWork(ChannelSubscriptions subscriptions, NewestIssue newest, SeriesCatalogue catalogue)
{
    public const string Name = "post";

    public async Task<Reply> AnswerAsync(AdminCall admin, CancellationToken cancellationToken)
    {
        var words = admin.Words;
        if (admin.Channel is not { } channel)
        {
            return admin.Refuse(words[admin.Call.IsOperators ? "Admin.NoChannelHere" : "Admin.NoChannel"]);
        }

        var (name, text) = admin.TakeName();
        var (named, rest) = admin.TakeSeries(text);
        if (rest.Trim().Length > 0)
        {
            return admin.UnknownSeries(rest);
        }

        var there = (await subscriptions.OfChannelAsync(channel, named?.Key, name, cancellationToken))
            .Where(spec => admin.Series.Any(series => series.Key == spec.Series))
            .ToList();
        if (there.Count == 0)
        {
            return admin.Refuse(words["Admin.NotSubscribed"], words.Format("Admin.HowToSubscribe", admin.PathOf("subscribe")));
        }

        var lines = new List<string>();
        foreach (var spec in there)
        {
            lines.Add(await PostAsync(admin, spec, cancellationToken));
        }

        return admin.Say(lines[0], lines.Skip(1));
    }

    /// <summary>The button that posts it; null if there is nothing to post, or the channel has it.</summary>
    public async Task<Button?> OfferAsync(AdminCall admin, SubscriptionSpec spec, CancellationToken cancellationToken)
    {
        var series = admin.Series.First(one => one.Key == spec.Series);
        if (await newest.FindAsync(series, cancellationToken) is not { } issue || await newest.IsTakenAsync(spec, issue, cancellationToken))
        {
            return null;
        }

        var arguments = $"{Name} {spec.Series}{(spec.Name.Length == 0 ? "" : $" {DeliveryTexts.Words("Admin.NameMarks")[0]}{spec.Name}")}";
        return new Button(admin.Words["Admin.PostNewest"], AdministeringCommand.Name, arguments, "", null);
    }

    private async Task<string> PostAsync(AdminCall admin, SubscriptionSpec spec, CancellationToken cancellationToken)
    {
        var words = admin.Words;
        var series = admin.Series.First(one => one.Key == spec.Series);
        if (await newest.FindAsync(series, cancellationToken) is not { } issue)
        {
            return words.Format("Admin.NothingToPost", admin.NameOf(spec));
        }

        var day =
            $"{Dates.Short(issue.Date, catalogue.TodayOf(series), admin.Call.Locale)} {EditionNames.Of(issue.Edition, admin.Call.Locale)}".TrimEnd();
        return words.Format($"Admin.Post.{await newest.PostAsync(spec, issue, cancellationToken)}", admin.NameOf(spec), day);
    }
}
