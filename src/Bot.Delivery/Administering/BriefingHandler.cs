using Bot.Chat;
using Bot.Chat.Commands;

namespace Bot.Delivery.Administering;

/// <summary><c>/briefing subscribe|unsubscribe|subscriptions|status</c>. Only admins get here: the dispatcher refuses others.</summary>
internal sealed class BriefingHandler(
    SubscribeWork subscribe, SubscriptionReading subscriptions, StatusReading status, IReadOnlyList<Series> series) : ICommandHandler
{
    public const string Name = "briefing";

    public Task<Reply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var words = call.Text.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var admin = new AdminCall(call, words.ElementAtOrDefault(1) ?? "", [.. series.Where(one => MayGet(call, one))]);
        return words.FirstOrDefault()?.ToLowerInvariant() switch
        {
            "subscribe" => subscribe.SubscribeAsync(admin, cancellationToken),
            "unsubscribe" => subscribe.UnsubscribeAsync(admin, cancellationToken),
            "subscriptions" => subscriptions.AnswerAsync(admin, cancellationToken),
            "status" => status.AnswerAsync(admin, cancellationToken),
            var other => Task.FromResult(Usage(admin, other)),
        };
    }

    private static Reply Usage(AdminCall admin, string? asked)
    {
        var words = admin.Words;
        string[] lines = ["subscribe", "unsubscribe", "subscriptions", "status"];
        var usage = lines.Select(line => $"/{Name} {line} — {words[$"Briefing.{line}.Summary"]}");
        return asked is null or "help" ? admin.Say(words["Briefing.Summary"], usage) : admin.Refuse(words["Briefing.Unknown"], usage);
    }

    /// <summary>A series may be kept for some workspaces; an admin of another one does not even see it.</summary>
    private static bool MayGet(CommandCall call, Series series) =>
        series.Workspaces.Count == 0 || series.Workspaces.Contains($"{call.Platform}:{call.Workspace}");
}
