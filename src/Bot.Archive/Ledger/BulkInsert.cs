using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Bot.Archive.Ledger;

/// <summary>
/// Inserts many rows without tracking them: with a prepared statement on SQLite, COPY on PostgreSQL. Columns and conversions come from the
/// model, keys from the database. Runs in the context's transaction.
/// </summary>
public static class BulkInsert
{
    public static async Task InsertAsync<T>(ArchiveContext context, IEnumerable<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        var type = context.Model.FindEntityType(typeof(T))!;
        var columns = type.GetProperties().Where(property => !property.IsPrimaryKey()).Select(property => new Column<T>(property)).ToList();
        var names = string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
        // Naming the other database's types here would load its driver where it is not used.
        if (!context.Database.IsSqlite())
        {
            await CopyAsync(
                context.Database.GetDbConnection(),
                $"COPY {type.GetTableName()} ({names}) FROM STDIN (FORMAT BINARY)",
                columns,
                rows,
                cancellationToken
            );
            return;
        }

        var places = string.Join(", ", columns.Select((_, place) => $"@p{place}"));
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = $"INSERT INTO {type.GetTableName()} ({names}) VALUES ({places})";
        await ExecuteAsync(command, columns, rows, cancellationToken);
    }

    private static async Task CopyAsync<T>(
        DbConnection connection,
        string copy,
        List<Column<T>> columns,
        IEnumerable<T> rows,
        CancellationToken cancellationToken
    )
        where T : class
    {
        await using var import = await ((NpgsqlConnection)connection).BeginBinaryImportAsync(copy, cancellationToken);
        foreach (var row in rows)
        {
            await import.StartRowAsync(cancellationToken);
            foreach (var column in columns)
            {
                switch (column.Value(row))
                {
                    case null:
                        await import.WriteNullAsync(cancellationToken);
                        break;
                    case string text:
                        await import.WriteAsync(text, cancellationToken);
                        break;
                    case int number:
                        await import.WriteAsync(number, cancellationToken);
                        break;
                    case long number:
                        await import.WriteAsync(number, cancellationToken);
                        break;
                    case var other:
                        await import.WriteAsync(other, cancellationToken);
                        break;
                }
            }
        }

        await import.CompleteAsync(cancellationToken);
    }

    private static async Task ExecuteAsync<T>(
        DbCommand command,
        List<Column<T>> columns,
        IEnumerable<T> rows,
        CancellationToken cancellationToken
    )
        where T : class
    {
        for (var place = 0; place < columns.Count; place++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{place}";
            command.Parameters.Add(parameter);
        }

        foreach (var row in rows)
        {
            for (var place = 0; place < columns.Count; place++)
            {
                command.Parameters[place].Value = columns[place].Value(row) ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>A column and a row's value in it, in the database's form.</summary>
    private sealed class Column<T>(IProperty property)
        where T : class
    {
        private readonly IClrPropertyGetter _getter = property.GetGetter();
        private readonly Func<object?, object?> _convert = property.GetTypeMapping().Converter?.ConvertToProvider ?? (value => value);

        public string Name { get; } = property.GetColumnName();

        public object? Value(T row) => _convert(_getter.GetClrValue(row));
    }
}
