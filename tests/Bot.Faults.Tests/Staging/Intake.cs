using System.Globalization;
using System.Text;
using Bot.Archive.Entities;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Installations;
using Bot.Configuration;
using Bot.Intake;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Faults.Tests.Staging;

/// <summary>Briefings that arrive as in production: read, stored and planned by the bot's own parts.</summary>
public sealed partial class Stage
{
    /// <summary>Subscribes channels of the platform to everything.</summary>
    public async Task SubscribeAsync(params IEnumerable<(string Workspace, string Channel)> channels)
    {
        await using var context = Context();
        foreach (var (workspace, channel) in channels.Select(named => Chat.Place(named.Workspace, named.Channel)))
        {
            context.Add(
                new Subscription
                {
                    Platform = Chat.Id.Value,
                    Workspace = workspace,
                    Channel = channel,
                    Series = Series,
                    Locale = Locale.Japanese,
                    CreatedAt = Clock.GetUtcNow(),
                }
            );
        }

        await context.SaveChangesAsync(Cancellation);
    }

    /// <summary>Leaves the database as after an earlier run of the bot: it knows its token and can send at once.</summary>
    public async Task InstallAsync()
    {
        if (Chat.Installation is { } installation)
        {
            var services = new ServiceCollection();
            services.AddLogging();
            services.AddBot(new BotOptions { Delivery = Options }, Database.Options, Clock);
            await using var provider = services.BuildServiceProvider();
            await provider.GetRequiredService<IInstallations>().SaveAsync(installation, Chat.TokenOf(installation.Workspace), Cancellation);
        }
    }

    /// <summary>A command of the person who can be written to directly, as the platform passes it on.</summary>
    public async Task<Reply> AskAsync(string name, string text)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddBot(new BotOptions { Delivery = Options }, Database.Options, Clock);
        Chat.AddTo(services, Wrap);
        await using var provider = services.BuildServiceProvider();
        var (workspace, user) = Chat.Person!.Value;
        var call = new CommandCall(name, text, Locale.Japanese)
        {
            Platform = Chat.Id,
            Workspace = workspace,
            User = user,
        };
        return await provider.GetRequiredService<CommandDispatcher>().DispatchAsync(call, Cancellation);
    }

    /// <summary>Stores a briefing and plans its deliveries, in this process.</summary>
    public async Task<Receipt> IngestAsync(string markdown)
    {
        var options = new BotOptions
        {
            Delivery = Options,
            Intake = new IntakeOptions { MaxDaysFromToday = 3650 },
        };
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddBot(options, Database.Options, Clock);
        Chat.AddTo(services, Wrap);
        await using var provider = services.BuildServiceProvider();
        return await provider
            .GetRequiredService<IntakePipeline>()
            .TakeAsync(new IntakeRequest("test", Encoding.UTF8.GetBytes(markdown), Origins.Api), Cancellation);
    }

    /// <summary>A small briefing: a root and three sections. The same arguments give the same text.</summary>
    /// <param name="note">Differs between revisions.</param>
    public static string Briefing(DateOnly date, string note = "最初の版")
    {
        var day = date.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
        return $"""
            # 📊 US AIブリーフィング {day}：試験の朝

            これは{note}です。送り手が途中で倒れても、読む人には一度だけ届きます。

            ---

            ## 🔥 基盤技術のニュース

            - **Alpha、新しい計算機を発表**: {note}の本文です [1]。

            ---

            ## 💡 戦略的インサイト

            - **確かめること**: 一度だけ、順番どおりに。

            ---

            ## 📚 参考文献

            1. Alpha newsroom. [https://alpha.example/news](https://alpha.example/news)
            """;
    }
}
