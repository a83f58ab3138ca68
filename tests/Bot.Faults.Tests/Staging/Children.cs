using System.Globalization;
using Bot.Archive.Setup;
using Bot.Faults.Tests.Checking;
using Bot.Faults.Tests.Processes;

namespace Bot.Faults.Tests.Staging;

/// <summary>The bot as processes on the stage.</summary>
public sealed partial class Stage
{
    private readonly List<Child> _children = [];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bot-stage-");

    /// <summary>Starts the bot's host on the stage's database.</summary>
    /// <param name="order">What to do to it, and where; null: nothing.</param>
    /// <param name="arguments">None: <c>serve</c>.</param>
    public Child Launch(KillOrder? order = null, params string[] arguments) => Launch(order, isRead: true, arguments);

    public Child Launch(KillOrder? order, bool isRead, params string[] arguments)
    {
        var trace = Path.Combine(_folder.FullName, $"trace-{_children.Count}");
        // The bot also posts to its own web channel, which is there at once and is not what these tests are about.
        var here = order is null ? null : order with { Token = Chat.TokenOf(Chat.Place("T1", "c1").Workspace) };
        var child = Child.Start(_folder.FullName, trace, Environment(), here, isRead, arguments);
        _children.Add(child);
        return child;
    }

    /// <summary>Starts the bot, and waits until it has killed itself as ordered.</summary>
    public async Task CrashAsync(KillOrder order, params string[] arguments)
    {
        var child = Launch(order, arguments);
        var code = await child.ExitAsync();
        Assert.True(
            code == 128 + KillOrder.Kill,
            $"The bot never came to {order}; it ended with {code}.\n{child.Transcript}\n{Timeline.Of(await HistoryAsync())}"
        );
    }

    /// <summary>Writes a file into the folder from which the bot is started. Returns its name.</summary>
    public string Write(string name, string text)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, name), text);
        return name;
    }

    /// <summary>Checkpoints reached by all processes so far.</summary>
    public IReadOnlyList<Step> Steps => [.. _children.SelectMany(child => Step.Read(child.Trace)).OrderBy(step => step.At)];

    private Dictionary<string, string> Environment()
    {
        var settings = new Dictionary<string, string>
        {
            ["Database__Provider"] = Database.Provider.ToString(),
            ["Database__ConnectionString"] = Database.Options.ConnectionString,
            ["Jobs__Storage"] = Database.Provider == DatabaseProvider.PostgreSql ? "PostgreSql" : "InMemory",
            ["Web__Url"] = "http://127.0.0.1:0",
            ["Intake__ApiTokens__test"] = "intake-canary-51c09a7de2",
            ["Intake__MaxDaysFromToday"] = "3650",
            ["DOTNET_gcServer"] = "0",
            ["DOTNET_TieredPGO"] = "0",
            ["Delivery__SendTimeout"] = Options.SendTimeout.ToString("c"),
            ["Delivery__LeaseLength"] = Options.LeaseLength.ToString("c"),
            ["Delivery__LeaseRenewal"] = Options.LeaseRenewal.ToString("c"),
            ["Delivery__Sweep"] = Options.Sweep.ToString("c"),
            ["Delivery__Poll"] = Options.Poll.ToString("c"),
            ["Delivery__StopGrace"] = Options.StopGrace.ToString("c"),
            ["Delivery__UsefulWindow"] = Options.UsefulWindow.ToString("c"),
            ["Delivery__CorrectionWait"] = Options.CorrectionWait.ToString("c"),
            ["Delivery__MostRounds"] = Options.MostRounds.ToString(CultureInfo.InvariantCulture),
        };
        Add(settings, "Delivery__Looks", Options.Looks!);
        Add(settings, "Delivery__RetryWaits", Options.RetryWaits!);
        foreach (var (key, value) in Chat.Environment.Concat(ExtraSettings))
        {
            settings[key] = value;
        }

        return settings;
    }

    /// <summary>The processes' settings in addition to those that follow from <see cref="Options"/>.</summary>
    public Dictionary<string, string> ExtraSettings { get; } = [];

    private static void Add(Dictionary<string, string> settings, string key, IReadOnlyList<TimeSpan> values)
    {
        for (var index = 0; index < values.Count; index++)
        {
            settings[$"{key}__{index}"] = values[index].ToString("c");
        }
    }
}
