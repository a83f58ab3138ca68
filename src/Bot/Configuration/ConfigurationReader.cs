using Bot.Verbs;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace Bot.Configuration;

/// <summary>
/// Reads the operator's configuration: <c>appsettings.json</c> in the caller's folder, user secrets, secret files,
/// environment. Later sources win.
/// </summary>
public static class ConfigurationReader
{
    public const string FileName = "appsettings.json";

    /// <summary>
    /// Environment variable that names a folder with one file per secret, as provided by Docker, Kubernetes and systemd.
    /// </summary>
    public const string SecretsVariable = "BOT_SECRETS";

    /// <summary>ASP.NET Core's templates contain it; nothing here reads it.</summary>
    private const string AllowedHosts = "AllowedHosts";

    /// <summary>The operator's files, in the caller's folder; any of them may be missing. The later one wins.</summary>
    internal static IReadOnlyList<string> FilesOf(CommandLineContext commandLine) =>
        commandLine.EnvironmentName is { } environment ? [FileName, $"appsettings.{environment}.json"] : [FileName];

    /// <summary>Reads and checks. A file that is not JSON is reported like any other problem.</summary>
    public static ConfigurationReading Read(CommandLineContext commandLine)
    {
        var builder = new ConfigurationBuilder();
        if (commandLine.Urls is { } urls)
        {
            builder.AddInMemoryCollection([new($"{nameof(BotOptions.Web)}:{nameof(Bot.Web.WebOptions.Url)}", urls)]);
        }

        var files = new Microsoft.Extensions.FileProviders.PhysicalFileProvider(commandLine.Folder);
        foreach (var file in FilesOf(commandLine))
        {
            builder.AddJsonFile(files, file, optional: true, reloadOnChange: false);
        }

        if (commandLine.Settings is null)
        {
            builder.AddUserSecrets(typeof(ConfigurationReader).Assembly, optional: true);
        }

        if (commandLine.SecretsFolder is { } folder && !Directory.Exists(commandLine.PathOf(folder)))
        {
            return Unusable(SecretsVariable, HostTexts.Both("Secrets.NoFolder", folder));
        }

        try
        {
            if (commandLine.SecretsFolder is { } secrets)
            {
                builder.AddKeyPerFile(commandLine.PathOf(secrets), optional: false, reloadOnChange: false);
            }

            if (commandLine.Settings is { } settings)
            {
                builder.AddInMemoryCollection(settings);
            }
            else
            {
                builder.AddEnvironmentVariables();
            }

            return Check(builder.Build());
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException && commandLine.SecretsFolder is not null)
        {
            return Unusable(SecretsVariable, HostTexts.Both("Secrets.Unreadable", commandLine.SecretsFolder, exception.Message));
        }
        catch (InvalidDataException exception)
        {
            return Unusable(FileOf(exception, commandLine), ReasonOf(exception));
        }
    }

    /// <summary>
    /// The framework names the file in its message only: the operator's own is the usual one, else that of the environment.
    /// </summary>
    private static string FileOf(InvalidDataException exception, CommandLineContext commandLine)
    {
        var ofEnvironment = $"appsettings.{commandLine.EnvironmentName}.json";
        return commandLine.PathOf(exception.Message.Contains(ofEnvironment, StringComparison.Ordinal) ? ofEnvironment : FileName);
    }

    private static Chat.LocalizedText ReasonOf(InvalidDataException exception) =>
        exception.GetBaseException() is System.Text.Json.JsonException { LineNumber: { } line, BytePositionInLine: { } column }
            ? HostTexts.Both("ConfigurationReader.IsNotJSONAt", line + 1, column + 1)
            : HostTexts.Both("ConfigurationReader.IsNotJSON", exception.GetBaseException().Message);

    private static ConfigurationReading Unusable(string key, Chat.LocalizedText reason) =>
        new(new BotOptions(), new ConfigurationBuilder().Build(), [new(key, reason)]);

    /// <summary>Checks every known section and every section of a file; reports all problems at once.</summary>
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
            foreach (
                var key in provider.GetChildKeys([], null).Except([ConfigurationSchema.Key]).Distinct(StringComparer.OrdinalIgnoreCase)
            )
            {
                if (!names.Contains(key, StringComparer.OrdinalIgnoreCase) && (!fromEnvironment || IsMeant(root.GetSection(key), names)))
                {
                    problems.Add(
                        key.Equals(AllowedHosts, StringComparison.OrdinalIgnoreCase)
                            ? new(key, HostTexts.Both(AllowedHosts))
                            : KeyCheck.Unknown(key, key, names)
                    );
                }
            }
        }

        // Keys that cannot be bound are already reported; bind the rest without them, so that its rules are checked too.
        var unusable = problems.Select(problem => problem.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var usable = new ConfigurationBuilder()
            .AddInMemoryCollection(root.AsEnumerable().Where(pair => !unusable.Contains(pair.Key)))
            .Build();
        var options = OptionBinder.Bind(usable);
        problems.AddRange(RuleCheck.Check(options, "").Where(problem => !unusable.Contains(problem.Key)));
        return new(options, Known(root, names), [.. problems.DistinctBy(problem => problem.Text)]);
    }

    /// <summary>Only the bot's own sections: no other key (<c>Kestrel</c>, <c>urls</c>) may change how the framework behaves.</summary>
    private static IConfigurationRoot Known(IConfigurationRoot root, IEnumerable<string> names) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(names.SelectMany(name => root.GetSection(name).AsEnumerable()).Where(pair => pair.Value is not null))
            .Build();

    /// <summary>The environment contains much that is not the bot's; consider only what resembles one of its sections.</summary>
    private static bool IsMeant(IConfigurationSection section, IEnumerable<string> names) =>
        section.GetChildren().Any() && KeyCheck.Nearest(section.Key, names) is not null;
}
