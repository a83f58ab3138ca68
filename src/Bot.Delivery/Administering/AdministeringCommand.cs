using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Platforms;

namespace Bot.Delivery.Administering;

/// <summary>
/// Describes the command with which a workspace's admins decide what it gets. On platforms where commands are typed, its subcommands
/// belong to <c>/briefing</c>; Discord registers them as a separate command, hidden from everybody else.
/// </summary>
internal sealed class AdministeringCommand(
    SubscribeWork subscribe,
    ScheduleWork schedule,
    PostWork post,
    CorrectionWork corrections,
    SubscriptionReading subscriptions,
    StatusReading status,
    SeriesCatalogue series
) : ICommandDefinition
{
    public const string Name = "briefing-admin";

    public Command Define() =>
        new(
            Name,
            DeliveryTexts.Both("Briefing.Summary"),
            [
                Changing(
                    "subscribe",
                    subscribe.SubscribeAsync,
                    [Argument("sections"), Argument("schedule"), Argument("series"), Argument("name") with { IsNamed = true }]
                ),
                Changing(
                    "schedule",
                    schedule.AnswerAsync,
                    [Argument("schedule"), Argument("series"), Argument("name") with { IsNamed = true }]
                ),
                Changing(PostWork.Name, post.AnswerAsync, [Argument("series"), Argument("name") with { IsNamed = true }]),
                Changing(CorrectionWork.Name, corrections.AnswerAsync, [Argument("decision"), Argument("series")]),
                Changing("unsubscribe", subscribe.UnsubscribeAsync, [Argument("series"), Argument("name") with { IsNamed = true }]),
                Reading("subscriptions", subscriptions.AnswerAsync),
                Reading("status", status.AnswerAsync),
            ]
        )
        {
            Under = TypedCommands.Leader,
        };

    /// <summary>How a subcommand is typed where the call came from, with its slash: <c>/briefing subscribe</c>.</summary>
    public static string PathOn(CommandCall call, string subcommand) =>
        call.Typed.On(call.Platform, $"{(call.Platform == PlatformId.Discord ? Name : TypedCommands.Leader)} {subcommand}");

    private Subcommand Changing(
        string name,
        Func<AdminCall, CancellationToken, Task<Reply>> answer,
        IReadOnlyList<CommandArgument> arguments
    ) => Reading(name, answer, arguments) with { Changes = true };

    private Subcommand Reading(
        string name,
        Func<AdminCall, CancellationToken, Task<Reply>> answer,
        params IReadOnlyList<CommandArgument> arguments
    ) =>
        new(name, DeliveryTexts.Both($"Briefing.{name}.Summary"), arguments, "", new Handler(series, answer))
        {
            Access = Access.Admins,
            Words = DeliveryTexts.Words($"Briefing.{name}.Words"),
        };

    private static CommandArgument Argument(string name) =>
        new(name, DeliveryTexts.Both($"Briefing.Argument.{name}"), []) { Label = DeliveryTexts.Both($"Briefing.Argument.{name}.Label") };

    private sealed class Handler(SeriesCatalogue series, Func<AdminCall, CancellationToken, Task<Reply>> answer) : ICommandHandler
    {
        /// <summary>
        /// A series may be limited to some workspaces; admins of other workspaces do not see that it exists. The operator sees all.
        /// </summary>
        public Task<Reply> HandleAsync(CommandCall call, CancellationToken cancellationToken) =>
            answer(
                new AdminCall(call, [.. series.All.Where(one => call.IsOperators || one.IsOpenTo(call.Platform, call.Workspace))]),
                cancellationToken
            );
    }
}
