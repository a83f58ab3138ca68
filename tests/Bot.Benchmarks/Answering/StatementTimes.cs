using System.Data.Common;
using System.Diagnostics;
using Bot.Archive.Setup;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Bot.Benchmarks.Answering;

/// <summary>Records the statements of questions that come one after another, and how long they and opening connections take.</summary>
internal sealed class StatementTimes : IAsyncDisposable
{
    private const int Repetitions = 3;

    private readonly DbConnection _own;
    private readonly List<(string Text, List<(string Name, object? Value)> Parameters)> _sent = [];
    private readonly Dictionary<string, DbCommand> _prepared = [];
    private long _began;
    private bool _isOn;

    public StatementTimes(ArchiveOptions options)
    {
        _own =
            options.Provider == DatabaseProvider.Sqlite
                ? new SqliteConnection(options.EffectiveConnectionString())
                : new NpgsqlConnection(options.EffectiveConnectionString());
        Interceptors = [new Connections(this), new Commands(this)];
    }

    public IInterceptor[] Interceptors { get; }

    public int Count => _sent.Count;

    public TimeSpan Spent { get; private set; }

    public void Begin() => _isOn = true;

    public void End() => _isOn = false;

    /// <summary>Sends all that was recorded again, prepared and without any mapping, and forgets it.</summary>
    /// <returns>Time of all statements in µs.</returns>
    public async Task<double> ReplayAsync()
    {
        if (_own.State != System.Data.ConnectionState.Open)
        {
            await _own.OpenAsync();
        }

        var least = double.MaxValue;
        for (var time = 0; time < Repetitions; time++)
        {
            var began = Stopwatch.GetTimestamp();
            foreach (var (text, parameters) in _sent)
            {
                await RunAsync(text, parameters);
            }

            least = Math.Min(least, Stopwatch.GetElapsedTime(began).TotalMicroseconds);
        }

        _sent.Clear();
        Spent = TimeSpan.Zero;
        return least;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _prepared.Values)
        {
            await command.DisposeAsync();
        }

        await _own.DisposeAsync();
    }

    private async Task RunAsync(string text, List<(string Name, object? Value)> parameters)
    {
        if (!_prepared.TryGetValue(text, out var command))
        {
            command = _prepared[text] = _own.CreateCommand();
            command.CommandText = text;
        }

        command.Parameters.Clear();
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync();
        var row = new object[reader.FieldCount];
        while (await reader.ReadAsync())
        {
            reader.GetValues(row);
        }
    }

    private void Send(DbCommand command)
    {
        if (_isOn)
        {
            _sent.Add((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(one => (one.ParameterName, one.Value))]));
        }
    }

    private void Spend(TimeSpan time)
    {
        if (_isOn)
        {
            Spent += time;
        }
    }

    private sealed class Connections(StatementTimes times) : DbConnectionInterceptor
    {
        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection,
            ConnectionEventData eventData,
            InterceptionResult result,
            CancellationToken cancellationToken = default
        )
        {
            times._began = Stopwatch.GetTimestamp();
            return new(result);
        }

        public override Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            times.Spend(Stopwatch.GetElapsedTime(times._began));
            return Task.CompletedTask;
        }
    }

    private sealed class Commands(StatementTimes times) : DbCommandInterceptor
    {
        public override InterceptionResult<DbCommand> CommandCreating(
            CommandCorrelatedEventData eventData,
            InterceptionResult<DbCommand> result
        )
        {
            times._began = Stopwatch.GetTimestamp();
            return result;
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            times.Send(command);
            return new(result);
        }

        public override InterceptionResult DataReaderDisposing(
            DbCommand command,
            DataReaderDisposingEventData eventData,
            InterceptionResult result
        )
        {
            times.Spend(Stopwatch.GetElapsedTime(times._began));
            return result;
        }
    }
}
