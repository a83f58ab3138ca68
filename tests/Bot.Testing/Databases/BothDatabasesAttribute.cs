using System.Reflection;
using Bot.Archive.Setup;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Bot.Testing.Databases;

/// <summary>
/// Runs a storage test on SQLite and on PostgreSQL: <c>[Theory, BothDatabases] public async Task X(TestDatabase
/// database)</c>. Each run gets an empty database, followed by any further arguments of the attribute. PostgreSQL is
/// skipped without BOT_TEST_POSTGRES.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class BothDatabasesAttribute(params object?[] arguments) : DataAttribute
{
    public override async ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        [
            await RowAsync(DatabaseProvider.Sqlite, disposalTracker),
            PostgreSqlTemplate.Server is null
                ? new TheoryDataRow([null, .. arguments]) { Skip = PostgreSqlTemplate.SkipReason }
                : await RowAsync(DatabaseProvider.PostgreSql, disposalTracker),
        ];

    // The database is created when the test runs, not at discovery.
    public override bool SupportsDiscoveryEnumeration() => false;

    private async Task<TheoryDataRow> RowAsync(DatabaseProvider provider, DisposalTracker disposalTracker)
    {
        var database = await TestDatabase.CreateAsync(provider);
        disposalTracker.Add(database);
        return new TheoryDataRow([database, .. arguments]);
    }
}
