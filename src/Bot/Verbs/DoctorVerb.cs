using System.CommandLine;
using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Bot.Archive.Subscriptions;
using Bot.Chat.Diagnosis;
using Bot.Configuration;
using Bot.Diagnosis;

namespace Bot.Verbs;

/// <summary><c>doctor</c>: checks everything the bot needs, one line each, and changes nothing.</summary>
internal static class DoctorVerb
{
    public static Command Create(CommandLineContext commandLine)
    {
        var verb = new Command("doctor", commandLine.Say(HostTexts.Both("DoctorVerb.ChecksConfiguration")));
        verb.SetAction((_, cancellationToken) => RunAsync(commandLine, cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(CommandLineContext commandLine, CancellationToken cancellationToken)
    {
        var configured = ConfigurationReader.Read(commandLine);
        var (findings, subscriptions) =
            configured.Problems.Count > 0
                ? ([.. configured.Problems.Select(problem => new Finding(Verdict.Failed, "configuration", problem.Text))], [])
                : await LookAsync(commandLine, configured, cancellationToken);
        foreach (var finding in findings)
        {
            var verdict = finding.Verdict switch
            {
                Verdict.Ok => "ok  ",
                Verdict.Warning => "warn",
                _ => "FAIL",
            };
            await commandLine.Output.WriteLineAsync($"{verdict} {finding.Subject}: {commandLine.Say(finding.Text)}");
        }

        await commandLine.Output.WriteLineAsync(
            $"{commandLine.Say(HostTexts.Both("SetupStep.Next"))}: {commandLine.Say(SetupStep.Of(configured.Options, findings, subscriptions))}"
        );
        return findings.Exists(finding => finding.Verdict == Verdict.Failed) ? ExitCode.Failed : ExitCode.Done;
    }

    private static async Task<(List<Finding> Findings, IReadOnlyList<Subscription> Subscriptions)> LookAsync(
        CommandLineContext commandLine,
        ConfigurationReading configured,
        CancellationToken cancellationToken
    )
    {
        await using var services = Composition.Provider(commandLine, configured);
        var platforms = await Task.WhenAll(services.GetServices<IPlatformCheck>().Select(platform => platform.RunAsync(cancellationToken)));
        var database = await services.GetRequiredService<DatabaseCheck>().RunAsync(cancellationToken);
        var isThere = IsThere(services, database);
        List<Finding> findings =
        [
            new(Verdict.Ok, "configuration", HostTexts.Both("DoctorVerb.NothingIsWrong")),
            .. database,
            .. isThere ? await services.GetRequiredService<RetentionCheck>().RunAsync(cancellationToken) : [],
            .. await services.GetRequiredService<SecretsCheck>().RunAsync(cancellationToken),
            .. services.GetRequiredService<CalendarCheck>().Run(),
            .. SettingsCheck.Run(configured.Options, Composition.InboxOf(configured.Options, commandLine)),
            .. platforms.SelectMany(one => one),
            .. isThere ? await services.GetRequiredService<ChannelCheck>().RunAsync(cancellationToken) : [],
        ];
        return (findings, isThere ? await services.GetRequiredService<SubscriptionStore>().ListAsync(cancellationToken) : []);
    }

    /// <summary>Whether there is a database with this version's tables.</summary>
    private static bool IsThere(IServiceProvider services, IReadOnlyList<Finding> database) =>
        database.All(finding => finding.Verdict == Verdict.Ok)
        && (services.GetRequiredService<ArchiveOptions>().SqliteFile() is not { } file || File.Exists(file));
}
