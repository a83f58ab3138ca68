namespace Bot.Archive.Setup;

/// <summary>
/// The script that makes a new database in one go, with its history, as if each migration had run: running them one by one costs most of
/// a first start. Written from the migrations by <c>deploy/derive-model.sh</c>; a test fails when it is stale.
/// </summary>
internal sealed class ArchiveSchema
{
    private const string HistoryRow = "INSERT INTO \"__EFMigrationsHistory\"";
    private const string RowStart = "VALUES ('";

    private ArchiveSchema(string script)
    {
        Script = script;
        Migrations = Named(script);
    }

    /// <summary>Statements without a transaction of their own.</summary>
    public string Script { get; }

    /// <summary>Ids of all migrations of this version.</summary>
    public IReadOnlySet<string> Migrations { get; }

    public static ArchiveSchema Of(DatabaseProvider provider)
    {
        using var resource = typeof(ArchiveSchema).Assembly.GetManifestResourceStream($"Bot.Archive.Setup.schema.{provider}.sql")!;
        using var reader = new StreamReader(resource);
        return new ArchiveSchema(reader.ReadToEnd());
    }

    private static HashSet<string> Named(string script)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var isRow = false;
        foreach (var line in script.AsSpan().EnumerateLines())
        {
            if (isRow && line.StartsWith(RowStart, StringComparison.Ordinal))
            {
                var id = line[RowStart.Length..];
                ids.Add(id[..id.IndexOf('\'')].ToString());
            }

            isRow = line.StartsWith(HistoryRow, StringComparison.Ordinal);
        }

        return ids;
    }
}
