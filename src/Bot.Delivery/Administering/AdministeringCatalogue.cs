using Bot.Archive.Ledger;
using Bot.Archive.Subscriptions;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Platforms;
using Bot.Delivery.Waking;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Delivery.Administering;

/// <summary>The commands by which a workspace's admins decide what it gets.</summary>
public static class AdministeringCatalogue
{
    /// <summary>Makes the commands from what <see cref="DeliveryServices.AddDelivery"/> registers and the host's <see cref="IPlatform"/>s and <see cref="IChannelProbe"/>s.</summary>
    /// <param name="series">In the order of the configuration; not empty.</param>
    public static IReadOnlyList<Command> Create(IServiceProvider services, IReadOnlyList<Series> series)
    {
        var subscriptions = services.GetRequiredService<ChannelSubscriptions>();
        var time = services.GetRequiredService<TimeProvider>();
        var platforms = services.GetServices<IPlatform>();
        return
        [
            new Command(
                BriefingHandler.Name,
                DeliveryTexts.Both("Briefing.Summary"),
                [],
                "briefing status",
                new BriefingHandler(
                    new SubscribeWork(subscriptions, services.GetServices<IChannelProbe>(), services.GetRequiredService<IAlarmClock>(), time),
                    new SubscriptionReading(subscriptions),
                    new StatusReading(services.GetRequiredService<LedgerQueries>(), services.GetRequiredService<PauseList>(), platforms, time),
                    series))
            {
                AdminsOnly = true,
                Changes = true,
                Subcommands =
                [
                    Subcommand("subscribe", Argument("sections"), Argument("series")),
                    Subcommand("unsubscribe", Argument("series")),
                    Subcommand("subscriptions"),
                    Subcommand("status"),
                ],
            },
        ];
    }

    private static Subcommand Subcommand(string name, params IReadOnlyList<CommandArgument> arguments) =>
        new(name, DeliveryTexts.Both($"Briefing.{name}.Summary"), arguments);

    private static CommandArgument Argument(string name) => new(name, DeliveryTexts.Both($"Briefing.Argument.{name}"), []);
}
