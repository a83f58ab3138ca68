using Bot.Serving.Logging;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Serving.Logging;

public sealed class DatabaseOutageLogTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly Lines _lines = new();
    private readonly ServiceProvider _services;

    public DatabaseOutageLogTests()
    {
        var parts = new ServiceCollection().AddLogging(logging => logging.AddProvider(_lines)).AddSingleton<TimeProvider>(_time);
        _services = parts.Replace(ServiceDescriptor.Singleton<ILoggerFactory, NonThrowingLoggerFactory>()).BuildServiceProvider();
    }

    public void Dispose() => _services.Dispose();

    [Fact]
    public void A_database_that_is_away_is_one_line_a_minute_for_all_of_the_process()
    {
        for (var second = 0; second < 150; second++)
        {
            for (var category = 0; category < 20; category++)
            {
                Log($"Category{category}", new DbUpdateException("not saved", new SqliteException("database is locked", 5)));
            }

            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(3, _lines.Count);
    }

    [Fact]
    public void What_else_is_wrong_is_logged_as_ever()
    {
        Log("One", new SqliteException("database is locked", 5));
        for (var times = 0; times < 5; times++)
        {
            Log("One", new InvalidOperationException("a fault of ours"));
            // About what was asked, and not about the database.
            Log("Two", new SqliteException("constraint failed", 19));
            Log("Two", null);
        }

        Assert.Equal(16, _lines.Count);
    }

    [Fact]
    public void What_nobody_writes_takes_nobodys_line()
    {
        var locked = new SqliteException("database is locked", 5);
        _services.GetRequiredService<ILoggerFactory>().CreateLogger("One").LogTrace(locked, "quiet");
        Log("One", locked);

        Assert.Equal(1, _lines.Count);
    }

    private void Log(string category, Exception? failure) =>
        _services.GetRequiredService<ILoggerFactory>().CreateLogger(category).LogError(failure, "It failed");

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public int Count { get; private set; }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Count++;

        public void Dispose() { }
    }
}
