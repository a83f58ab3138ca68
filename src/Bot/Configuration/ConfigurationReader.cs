using Bot.Verbs;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace Bot.Configuration;

/// <summary>Reads what the operator configured: <c>appsettings.json</c> in the caller's folder, user secrets, environment.</summary>
public static class ConfigurationReader
{
    public const string FileName = "appsettings.json";

    /// <summary>Reads and checks. A file that is not JSON is a problem like any other.</summary>
    public static ConfigurationReading Read(Surroundings surroundings)
    {
        var builder = new ConfigurationBuilder()
            .AddJsonFile(new Microsoft.Extensions.FileProviders.PhysicalFileProvider(surroundings.Folder), FileName, optional: true, reloadOnChange: false);
        if (surroundings.Settings is { } settings)
        {
            builder.AddInMemoryCollection(settings);
        }
        else
        {
            builder.AddUserSecrets(typeof(ConfigurationReader).Assembly, optional: true).AddEnvironmentVariables();
        }

        try
        {
            return Check(builder.Build());
        }
        catch (InvalidDataException exception)
        {
            var reason = exception.InnerException?.Message ?? exception.Message;
            return new(new BotOptions(), new ConfigurationBuilder().Build(), [new(surroundings.PathOf(FileName), new(
                $"JSON として読めません: {reason}",
                $"is not JSON: {reason}"))]);
        }
    }

    /// <summary>Checks every known section and every section of a file; lists all that is wrong at once.</summary>
    public static ConfigurationReading Check(IConfigurationRoot root)
    {
        var sections = OptionShape.KeysOf(typeof(BotOptions));
        var names = sections.Select(section => section.Name).ToList();
        var problems = new List<ConfigurationProblem>();
        foreach (var section in sections)
        {
            problems.AddRange(KeyCheck.Check(root.GetSection(section.Name), section.PropertyType));
        }

        foreach (var provider in root.Providers)
        {
            var fromEnvironment = provider is EnvironmentVariablesConfigurationProvider;
            foreach (var key in provider.GetChildKeys([], null).Distinct(StringComparer.OrdinalIgnoreCase))
            {
                if (!names.Contains(key, StringComparer.OrdinalIgnoreCase) && (!fromEnvironment || IsMeant(root.GetSection(key), names)))
                {
                    problems.Add(KeyCheck.Unknown(key, key, names));
                }
            }
        }

        // What cannot be bound is named already; the rest is bound without it, so that its rules are checked too.
        var unusable = problems.Select(problem => problem.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var usable = new ConfigurationBuilder().AddInMemoryCollection(root.AsEnumerable().Where(pair => !unusable.Contains(pair.Key))).Build();
        var options = OptionBinder.Bind(usable);
        problems.AddRange(RuleCheck.Check(options, "").Where(problem => !unusable.Contains(problem.Key)));
        return new(options, Known(root, names), [.. problems.DistinctBy(problem => problem.Text)]);
    }

    /// <summary>Only the bot's own sections: no other key (<c>Kestrel</c>, <c>urls</c>) may change how the framework behaves.</summary>
    private static IConfigurationRoot Known(IConfigurationRoot root, IEnumerable<string> names) => new ConfigurationBuilder()
        .AddInMemoryCollection(names.SelectMany(name => root.GetSection(name).AsEnumerable()).Where(pair => pair.Value is not null))
        .Build();

    /// <summary>An environment holds much that is not the bot's; only what looks like a section of it is looked at.</summary>
    private static bool IsMeant(IConfigurationSection section, IEnumerable<string> names) =>
        section.GetChildren().Any() && KeyCheck.Nearest(section.Key, names) is not null;
}
