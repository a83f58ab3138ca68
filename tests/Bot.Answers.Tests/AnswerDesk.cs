using Bot.Answers.Replies;
using Bot.Archive.Askers;
using Bot.Archive.Entities;
using Bot.Archive.Saving;
using Bot.Archive.Setup;
using Bot.Briefings;
using Bot.Chat;
using Bot.Chat.Answering;
using Bot.Chat.Commands;
using Bot.Chat.Platforms;
using Bot.Chat.Text;
using Bot.Testing;
using Bot.Testing.Briefings;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Answers.Tests;

/// <summary>A separate archive with the commands on top. Questions are typed as people type them; replies are read as text.</summary>
internal sealed class AnswerDesk : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    private AnswerDesk(TestDatabase database, IReadOnlyList<Series> series)
    {
        _database = database;
        var known = new SeriesCatalogue(series.Count > 0 ? series : [new Series("us-ai", "US AI", TimeZoneInfo.Utc)], database.Clock);
        Askers = new AskerStore(database.Contexts, database.Clock, NullLogger<AskerStore>.Instance);
        _services = new ServiceCollection()
            .AddSingleton<IAskers>(Askers)
            .AddSingleton(database.Contexts)
            .AddSingleton<TimeProvider>(database.Clock)
            .AddSingleton(new BriefingReader())
            .AddSingleton(known)
            .AddSingleton<IDirectMessages>(Direct)
            .AddSingleton<INextDelivery>(Next)
            .AddAnswers()
            .AddCommands()
            .BuildServiceProvider();
        Dispatcher = _services.GetRequiredService<CommandDispatcher>();
        Reader = _services.GetRequiredService<CommandReader>();
    }

    /// <summary>Slack's direct messages.</summary>
    public OpenedMessages Direct { get; } = new();

    /// <summary>When the next briefing is to come: nobody knows, until it is set.</summary>
    public PromisedDelivery Next { get; } = new();

    public TestClock Clock => _database.Clock;

    /// <summary>Who was answered when. Commands asked here are not noted by themselves: that is the command service's part.</summary>
    public AskerStore Askers { get; }

    public CommandReader Reader { get; }

    public CommandDispatcher Dispatcher { get; }

    public BriefingArchive Archive => _database.Archive;

    public static async Task<AnswerDesk> OpenAsync(params Series[] series) =>
        new(await TestDatabase.CreateAsync(DatabaseProvider.Sqlite), series);

    /// <summary>A desk on an archive with these briefings.</summary>
    public static async Task<AnswerDesk> OfAsync(params FixtureBriefing[] briefings)
    {
        var desk = await OpenAsync();
        foreach (var briefing in briefings)
        {
            await desk.StoreAsync(briefing);
        }

        return desk;
    }

    public Task StoreAsync(
        FixtureBriefing briefing,
        string series = "us-ai",
        bool held = false,
        bool sample = false,
        string edition = "",
        HoldReason? heldFor = null
    ) =>
        _database.Archive.SaveAsync(
            new SaveRequest
            {
                Series = series,
                Date = briefing.Date,
                Reading = briefing.Read(),
                Origin = "cli",
                IsHeld = held,
                IsSample = sample,
                Edition = edition,
                HeldFor = heldFor,
            },
            TestContext.Current.CancellationToken
        );

    public Task<Reply> ReplyAsync(string line, Locale locale = Locale.Japanese, DateOnly? date = null) =>
        ReplyAsync(Reader.Read(line, locale)! with { Date = date });

    public Task<Reply> ReplyAsync(CommandCall call) => Dispatcher.DispatchAsync(call, TestContext.Current.CancellationToken);

    /// <summary>The reply with dates as in a chat.</summary>
    public async Task<string> AskAsync(string line, Locale locale = Locale.Japanese, DateOnly? date = null) =>
        TextRenderer.Render((await ReplyAsync(line, locale, date)).Message);

    /// <summary>The reply as the command line prints it.</summary>
    public async Task<string> AskOnCommandLineAsync(string line, Locale locale = Locale.Japanese) =>
        TextRenderer.Render((await ReplyAsync(Reader.Read(line, locale)! with { Platform = AnswerFrame.CommandLine })).Message);

    public async Task<string> FirstLineAsync(string line, Locale locale = Locale.Japanese, DateOnly? date = null) =>
        (await AskAsync(line, locale, date)).Split('\n')[0];

    /// <summary>The suggestions while the command's only argument is being typed.</summary>
    public async Task<IReadOnlyList<ArgumentSuggestion>> SuggestAsync(
        string command,
        string typed,
        int most = 25,
        bool isAdmin = false,
        Locale locale = Locale.Japanese
    ) =>
        await Dispatcher
            .Catalogue.Find(command)!
            .Arguments[0]
            .Suggestions!.SuggestAsync(
                new CommandCall(command, typed, locale) { IsAdmin = isAdmin },
                typed,
                most,
                TestContext.Current.CancellationToken
            );

    /// <summary>As after a direct message to a person of the Slack workspace T1 was refused.</summary>
    public async Task PauseDirectAsync(string user)
    {
        await using var context = await _database.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        var channel = (await context.Subscriptions.FirstAsync(row => row.Owner == user, TestContext.Current.CancellationToken)).Channel;
        context.Add(
            new Pause
            {
                Scope = PauseScopes.Channel("slack", "T1", channel),
                Reason = "refused",
                Since = Clock.GetUtcNow(),
            }
        );
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Askers.DisposeAsync();
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }
}
