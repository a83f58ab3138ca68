using System.Net;
using System.Text;
using Bot.Chat;
using Bot.Tests.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;

namespace Bot.Tests.Serving;

/// <summary>The service while its database does not do what it is asked.</summary>
[Collection(RunningBotCollection.Name)]
public sealed class DatabaseTroubleTests : IDisposable
{
    private const string Token = "a-publisher-of-tests-0001";

    private readonly Bench _bench = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string DatabaseFile => Path.Combine(_bench.Folder, "data", "bot.db");

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task H25_While_another_program_writes_it_is_degraded_and_afterwards_healthy()
    {
        await using var bot = await StartAsync();
        await using (var writer = new SqliteConnection($"Data Source={DatabaseFile}"))
        {
            await writer.OpenAsync(Cancellation);
            await using var transaction = writer.BeginTransaction(deferred: false);

            using var meanwhile = await bot.Http.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancellation);

            Assert.Equal(HttpStatusCode.OK, meanwhile.StatusCode);
            Assert.StartsWith(
                "Degraded\ndatabase: Degraded the database is locked",
                await meanwhile.Content.ReadAsStringAsync(Cancellation),
                StringComparison.Ordinal
            );
        }

        Assert.StartsWith(
            "Healthy",
            await bot.Http.GetStringAsync(new Uri("/health/ready", UriKind.Relative), Cancellation),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task H25_A_database_that_takes_no_more_is_named_answers_503_and_is_told_without_it()
    {
        await using var address = await FeedServer.StartAsync();
        var told = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        address.Answers["/hook"] = async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            told.TrySetResult(await reader.ReadToEndAsync());
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        };
        _bench.Set("Operator:Webhook", address.At("/hook").ToString()).Set("Operator:Language", nameof(Locale.English));
        await (await StartAsync()).DisposeAsync();
        // As on a disk that was mounted read-only, or is full: all is read, and every write refused.
        _bench.Set("Database:ConnectionString", "Data Source=./data/bot.db;Mode=ReadOnly");
        await using var bot = await StartAsync();

        using var post = await PostAsync(bot, Markdown.OfToday());
        using var ready = await bot.Http.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, post.StatusCode);
        Assert.NotNull(post.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("SQLite error 8", await ready.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        var alert = await told.Task.WaitAsync(Bench.Patience, Cancellation);
        Assert.Contains("database-unusable", alert, StringComparison.Ordinal);
        Assert.Contains("SQLite error 8", alert, StringComparison.Ordinal);
    }

    [Fact]
    public async Task H21_An_upload_beside_another_writer_waits_or_is_told_to_come_again()
    {
        _bench.Set("Database:ConnectionString", "Data Source=./data/bot.db;Default Timeout=1");
        await using var bot = await StartAsync();
        await using var writer = new SqliteConnection($"Data Source={DatabaseFile}");
        await writer.OpenAsync(Cancellation);
        await using (var transaction = writer.BeginTransaction(deferred: false))
        {
            using var refused = await PostAsync(bot, Markdown.OfToday());
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
        }

        var held = writer.BeginTransaction(deferred: false);
        var waiting = PostAsync(bot, Markdown.OfToday());
        await held.RollbackAsync(Cancellation);
        await held.DisposeAsync();
        using var taken = await waiting;
        Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task H26_Without_its_file_it_takes_nothing_and_ends_with_an_exit_code_that_says_so(bool replaced)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A file's identity is read on Linux.");
        _bench.Set("Web:Url", "http://127.0.0.1:0").Set("Intake:ApiTokens:publisher", Token);
        using var output = new SpokenLine("http://");
        using var error = new SpokenLine("ended unexpectedly");
        var serving = Bot.Verbs.VerbTree.RunAsync(["serve"], _bench.CommandLineContext(output, error), Cancellation);
        using var http = new HttpClient
        {
            BaseAddress = new Uri((await output.Said.WaitAsync(Bench.Patience, Cancellation)).Split(' ')[^1]),
        };

        File.Delete(DatabaseFile);
        if (replaced)
        {
            await File.WriteAllTextAsync(DatabaseFile, "", Cancellation);
        }

        using var post = await PostAsync(http, Markdown.OfToday());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, post.StatusCode);
        Assert.Equal(Bot.Verbs.ExitCode.Failed, await serving.WaitAsync(Bench.Patience, Cancellation));
        Assert.True(error.Said.IsCompletedSuccessfully);

        SqliteConnection.ClearAllPools();
        File.Delete(DatabaseFile);
        var again = await _bench.RunAsync("serve");
        Assert.Equal(Bot.Verbs.ExitCode.Failed, again.Code);
        Assert.Contains("serve --new", again.Error, StringComparison.Ordinal);
        var beside = await _bench.RunAsync("ingest", _bench.Write("a.md", Markdown.OfToday()));
        Assert.Contains("serve --new", beside.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(DatabaseFile));
    }

    [Fact]
    public async Task H16_A_start_waits_for_another_writer_and_says_so()
    {
        _bench.Set("Web:Url", "http://127.0.0.1:0");
        await (await StartAsync()).DisposeAsync();
        await using var writer = new SqliteConnection($"Data Source={DatabaseFile}");
        await writer.OpenAsync(Cancellation);
        await using var transaction = writer.BeginTransaction(deferred: false);
        using var output = new SpokenLine("http://");
        using var error = new SpokenLine("another program");
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        var serving = Bot.Verbs.VerbTree.RunAsync(["serve"], _bench.CommandLineContext(output, error), end.Token);
        await error.Said.WaitAsync(Bench.Patience, Cancellation);
        Assert.False(output.Said.IsCompleted);
        await transaction.RollbackAsync(Cancellation);

        await output.Said.WaitAsync(Bench.Patience, Cancellation);
        await end.CancelAsync();
        Assert.Equal(Bot.Verbs.ExitCode.Done, await serving.WaitAsync(Bench.Patience, Cancellation));
    }

    private async Task<RunningBot> StartAsync()
    {
        Directory.CreateDirectory(Path.Combine(_bench.Folder, "inbox"));
        _bench.Set("Intake:Inbox", "inbox").Set("Intake:ApiTokens:publisher", Token);
        return await RunningBot.StartAsync(_bench);
    }

    private static Task<HttpResponseMessage> PostAsync(RunningBot bot, string text) => PostAsync(bot.Http, text);

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/briefings", UriKind.Relative))
        {
            Content = new StringContent(text, Encoding.UTF8, "text/markdown"),
        };
        request.Headers.Authorization = new("Bearer", Token);
        return await http.SendAsync(request, Cancellation);
    }
}
