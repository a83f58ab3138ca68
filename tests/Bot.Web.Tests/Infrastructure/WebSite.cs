using System.Net;
using Bot.Answers.Briefings;
using Bot.Archive.Queries;
using Bot.Archive.Setup;
using Bot.Briefings;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Platforms;
using Bot.Testing.Databases;
using Bot.Web.Channel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Web.Tests.Infrastructure;

/// <summary>The pages on a real server on a loopback port, with an archive in a SQLite file.</summary>
public sealed class WebSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TestDatabase _database;
    private readonly string _folder;

    private WebSite(WebApplication app, TestDatabase database, string folder)
    {
        _database = database;
        _app = app;
        _folder = folder;
    }

    /// <summary>The caller's address as seen by the server; null for the real one.</summary>
    public IPAddress? Caller { get; set; }

    public Uri Address => new(_app.Urls.First());

    public WebPlatform Platform => (WebPlatform)_app.Services.GetRequiredService<IPlatform>();

    public TestDatabase Database => _database;

    public static async Task<WebSite> StartAsync(
        WebOptions? options = null,
        FixedDesk? desk = null,
        Action<WebApplication>? more = null,
        TimeProvider? time = null,
        string url = "http://127.0.0.1:0"
    )
    {
        var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var folder = Directory.CreateTempSubdirectory("bot-web-").FullName;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = folder });
        builder.WebHost.UseKestrelCore().UseUrls(url);
        builder.Logging.ClearProviders();
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(time ?? database.Clock);
        builder.Services.AddBotWeb(options ?? new WebOptions());
        builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(folder, "keys")));
        builder.Services.AddSingleton((desk ?? FixedDesk.Funding).Dispatcher);
        builder.Services.AddSingleton(provider => new CommandReader(provider.GetRequiredService<CommandDispatcher>().Catalogue));
        builder.Services.AddSingleton(database.Contexts);
        builder.Services.AddSingleton(database.Archive);
        builder.Services.AddSingleton<BriefingReader>();
        builder.Services.AddSingleton<BriefingQueries>();
        builder.Services.AddSingleton<IssueQueries>();
        builder.Services.AddSingleton<ArchivedThreads>();
        builder.Services.AddSingleton(new SeriesCatalogue([new Series("us-ai", "US AI", TimeZoneInfo.Utc)], time ?? database.Clock));

        var app = builder.Build();
        var site = new WebSite(app, database, folder);
        app.Use(
            (context, next) =>
            {
                context.Connection.RemoteIpAddress = site.Caller ?? context.Connection.RemoteIpAddress;
                return next(context);
            }
        );
        app.MapBotWeb();
        more?.Invoke(app);
        await app.StartAsync();
        return site;
    }

    /// <summary>A browser: accepts pages, keeps cookies and does not follow redirects.</summary>
    public HttpClient Browser(string? language = "ja")
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
        {
            BaseAddress = Address,
        };
        client.DefaultRequestHeaders.Add("Accept", "text/html,application/xhtml+xml");
        if (language is not null)
        {
            client.DefaultRequestHeaders.Add("Accept-Language", language);
        }

        return client;
    }

    /// <summary>Posts a root and its sections as one delivery; returns the root's id.</summary>
    public async Task<string> PostAsync(
        Message root,
        IEnumerable<Message> sections,
        long subscription = 1,
        DateOnly? date = null,
        string channel = WebChannel.DefaultName
    )
    {
        var day = date ?? Samples.Date;
        var address = WebChannel.Default with { Channel = channel };
        var sent = await SendAsync(root, null, "root", 1);
        var part = 1;
        foreach (var section in sections)
        {
            await SendAsync(section, sent.ThreadId, "section", part++);
        }

        return sent.MessageId;

        async Task<SendOutcome.Sent> SendAsync(Message message, string? thread, string section, int number)
        {
            var key = PostKey.Of(subscription, Samples.Series, day, section, number);
            var request = new SendRequest(address, thread, key, Assert.Single(Platform.Render(message)), default);
            return Assert.IsType<SendOutcome.Sent>(await Platform.SendAsync(request, CancellationToken.None));
        }
    }

    public Task<string> PostSampleAsync() => PostAsync(Samples.Root(), Samples.Sections());

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
