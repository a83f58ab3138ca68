using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bot.Archive.Saving;

/// <summary>
/// Inserts many rows of one table with one statement. EF Core sends SQLite one statement per row, and a briefing has
/// about sixty; columns and conversions still come from the EF model.
/// </summary>
internal static class RowInsert
{
    /// <summary>SQLite allows 32,766 parameters per statement, PostgreSQL 65,535.</summary>
    private const int MaxParameters = 30_000;

    /// <summary>Inserts in the context's transaction. The rows are not tracked; unset generated keys stay unset.</summary>
    public static async Task RunAsync<T>(ArchiveContext context, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        var type = context.Model.FindEntityType(typeof(T))!;
        var properties = type.GetProperties().Where(property => !IsLeftToTheDatabase(property, rows[0])).ToList();
        foreach (var some in rows.Chunk(MaxParameters / properties.Count))
        {
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
            command.CommandText = Fill(command, type, properties, some);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static string Fill<T>(DbCommand command, IEntityType type, List<IProperty> properties, T[] rows)
        where T : class
    {
        var table = StoreObjectIdentifier.Table(type.GetTableName()!);
        var sql = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"INSERT INTO \"{table.Name}\" (\"")
            .AppendJoin("\", \"", properties.Select(property => property.GetColumnName(table)))
            .Append("\") VALUES ");
        for (var row = 0; row < rows.Length; row++)
        {
            sql.Append(row == 0 ? "(" : ", (");
            for (var column = 0; column < properties.Count; column++)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"@p{(row * properties.Count) + column}");
                sql.Append(column == 0 ? "" : ", ").Append(name);
                var value = properties[column].PropertyInfo!.GetValue(rows[row]);
                command.Parameters.Add(
                    properties[column].GetRelationalTypeMapping().CreateParameter(command, name, value, properties[column].IsNullable)
                );
            }

            sql.Append(')');
        }

        return sql.ToString();
    }

    private static bool IsLeftToTheDatabase<T>(IProperty property, T row)
        where T : class =>
        property.IsPrimaryKey() && property.ValueGenerated == ValueGenerated.OnAdd && property.PropertyInfo!.GetValue(row) is 0 or 0L;
}
