using System.Globalization;
using Bot.Answers.Replies;
using Bot.Archive.Subscriptions;
using Bot.Chat.Commands;

namespace Bot.Answers.Watches;

/// <summary>The caller's own watches, by number.</summary>
public sealed class WatchSuggestions(WatchStore watches) : IArgumentSuggestions
{
    public async ValueTask<IReadOnlyList<ArgumentSuggestion>> SuggestAsync(
        CommandCall call,
        string typed,
        int most,
        CancellationToken cancellationToken
    )
    {
        if (PersonalCall.OwnerOf(call) is not { } owner)
        {
            return [];
        }

        return
        [
            .. (await watches.OfAsync(owner, cancellationToken))
                .Select(watch => new ArgumentSuggestion(
                    watch.Number.ToString(CultureInfo.InvariantCulture),
                    AskedText.Shown($"{watch.Number}: {watch.Rule}")
                ))
                .Where(one => one.Label.Contains(typed.Trim(), StringComparison.OrdinalIgnoreCase))
                .Take(most),
        ];
    }
}
