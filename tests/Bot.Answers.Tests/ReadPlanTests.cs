using System.Data.Common;
using System.Text.RegularExpressions;
using Bot.Archive;
using Bot.Archive.Saving;
using Bot.Archive.Setup;
using Bot.Briefings;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Testing.Briefings;
using Bot.Testing.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Answers.Tests;

/// <summary>
/// No answer goes through all items of a series: SQLite says how it would find the rows of each statement, with an archive of any size.
/// </summary>
public sealed partial class ReadPlanTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/funding")]
    [InlineData("/funding quillstone")]
    [InlineData("/funding quilstone")]
    [InlineData("/funding quillstone, mossfield")]
    [InlineData("/funding quillstone since 2020-01-01")]
    [InlineData("/funding top")]
    [InlineData("/funding total")]
    [InlineData("/briefing")]
    [InlineData("/news")]
    [InlineData("/news quillstone")]
    [InlineData("/outlook medium")]
    [InlineData("/outlook changes")]
    [InlineData("/tech")]
    [InlineData("/analysis")]
    [InlineData("/insight")]
    [InlineData("/company quillstone")]
    [InlineData("/sources")]
    [InlineData("/new")]
    [InlineData("/search quillstone OR 提携")]
    [InlineData("/catchup")]
    [InlineData("/trend quillstone")]
    [InlineData("/help")]
    [InlineData("/fnding quillstone")]
    public async Task An_answer_reads_no_more_than_an_index_finds(string line)
    {
        var statements = new Statements();
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        for (var day = 1; day <= 3; day++)
        {
            var briefing = new FixtureBriefing { Date = new DateOnly(2026, 1, day) };
            await database.Archive.SaveAsync(
                new SaveRequest
                {
                    Series = "us-ai",
                    Date = briefing.Date,
                    Reading = briefing.Read(),
                    Origin = "cli",
                },
                Token
            );
        }

        await using var services = new ServiceCollection()
            .AddSingleton(
                database.Open(builder => builder.AddInterceptors(statements)).GetRequiredService<IDbContextFactory<ArchiveContext>>()
            )
            .AddSingleton<TimeProvider>(database.Clock)
            .AddSingleton(new BriefingReader())
            .AddSingleton(new SeriesCatalogue([new Series("us-ai", "US AI", TimeZoneInfo.Utc)], database.Clock))
            .AddAnswers()
            .AddCommands()
            .BuildServiceProvider();
        await services.GetRequiredService<CommandDispatcher>().DispatchAsync(CommandCall.Parse(line, Locale.Japanese)!, Token);

        Assert.NotEmpty(statements.Sent);
        await using var connection = new SqliteConnection(database.Options.ConnectionString);
        await connection.OpenAsync(Token);
        foreach (var (text, parameters) in statements.Sent)
        {
            var names = ItemNames().Matches(text).Select(match => match.Groups[1].Value).ToHashSet();
            foreach (var step in await PlanAsync(connection, text, parameters))
            {
                Assert.False(IsOfAll(step, names), $"{step} in {text}");
            }
        }
    }

    /// <param name="items">What the statement calls the items.</param>
    private static bool IsOfAll(string step, HashSet<string> items) =>
        items.Any(name => step == $"SCAN {name}" || step.StartsWith($"SCAN {name} USING", StringComparison.Ordinal))
        || (step.Contains("IX_items_", StringComparison.Ordinal) && step.EndsWith("(Series=?)", StringComparison.Ordinal));

    [GeneratedRegex("\"items\" AS \"([a-z0-9]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex ItemNames();

    private static async Task<List<string>> PlanAsync(
        SqliteConnection connection,
        string text,
        IReadOnlyList<(string Name, object? Value)> parameters
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + text;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        var steps = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(Token);
        while (await reader.ReadAsync(Token))
        {
            steps.Add(reader.GetString(3));
        }

        return steps;
    }

    private sealed class Statements : DbCommandInterceptor
    {
        public List<(string Text, IReadOnlyList<(string Name, object? Value)> Parameters)> Sent { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            Sent.Add((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(one => (one.ParameterName, one.Value))]));
            return new(result);
        }
    }
}
