namespace Bot.Archive.Setup;

/// <summary>
/// Which versions of the bot can work on one database at the same time: those of one generation. It counts the migrations after which
/// older versions cannot go on; others only add, and processes of both versions run beside each other.
/// </summary>
/// <param name="Number">0: release 0.1.0.</param>
public sealed record SchemaGeneration(int Number)
{
    /// <summary>
    /// Migrations by name, oldest first, and whether a process of an older version must stop. Each says so here, with its reason if it must.
    /// </summary>
    private static readonly (string Name, bool StopsOlder)[] Migrations =
    [
        ("Initial", false),
        // A channel may have several subscriptions to a series; an older version takes them for one.
        ("NamedSubscriptions", true),
        // A day may have several briefings; an older version revises one by another.
        ("Editions", true),
        ("HoldReasons", false),
        ("DealsAndSearch", false),
        ("Askers", false),
        // A person's subscriptions: an older version posts the whole briefing to them.
        ("Watches", true),
        // Deliveries without a briefing (late: tell), which an older version cannot read.
        ("Placeholders", true),
        ("AnswerIndexes", false),
        // An older version leaves the deal of a mention empty; what it stored is read again, as its reader is older too.
        ("MentionedDeals", false),
    ];

    /// <summary>Names of the migrations that have said what they do to older versions.</summary>
    public static IReadOnlyList<string> Declared { get; } = [.. Migrations.Select(migration => migration.Name)];

    public static SchemaGeneration OfThisVersion { get; } = new(Migrations.Count(migration => migration.StopsOlder));

    /// <summary>The generation of a database, as far as this version knows its migrations.</summary>
    /// <param name="applied">Ids such as <c>20261130205454_Placeholders</c>.</param>
    internal static int Of(IReadOnlyCollection<string> applied) =>
        Migrations.Count(migration => migration.StopsOlder && applied.Any(id => NameOf(id) == migration.Name));

    /// <summary>A migration's name, from its id.</summary>
    internal static string NameOf(string id) => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..];
}
