using System.CommandLine;
using Bot.Chat.Diagnosis;
using Bot.Configuration;
using Bot.Diagnosis;

namespace Bot.Verbs;

/// <summary><c>doctor</c>: looks at everything the bot needs, one line each, and changes nothing.</summary>
internal static class DoctorVerb
{
    public static Command Create(Surroundings surroundings)
    {
        var verb = new Command("doctor", surroundings.Say(new(
            "設定、データベース、受け入れ口を調べます。問題があれば終了コードは 1 です",
            "Checks configuration, database and the ways in; exits with 1 if anything fails")));
        verb.SetAction((_, cancellationToken) => RunAsync(surroundings, cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(Surroundings surroundings, CancellationToken cancellationToken)
    {
        var configured = ConfigurationReader.Read(surroundings);
        var findings = configured.Problems.Count > 0
            ? configured.Problems.Select(problem => new Finding(Verdict.Failed, "configuration", problem.Text)).ToList()
            : await LookAsync(surroundings, configured, cancellationToken);
        foreach (var finding in findings)
        {
            var verdict = finding.Verdict switch { Verdict.Ok => "ok  ", Verdict.Warning => "warn", _ => "FAIL" };
            await surroundings.Output.WriteLineAsync($"{verdict} {finding.Subject}: {surroundings.Say(finding.Text)}");
        }

        return findings.Exists(finding => finding.Verdict == Verdict.Failed) ? ExitCode.Failed : ExitCode.Done;
    }

    private static async Task<List<Finding>> LookAsync(Surroundings surroundings, ConfigurationReading configured, CancellationToken cancellationToken)
    {
        await using var services = Composition.Provider(surroundings, configured);
        var platforms = await Task.WhenAll(services.GetServices<IPlatformCheck>().Select(platform => platform.RunAsync(cancellationToken)));
        return
        [
            new(Verdict.Ok, "configuration", new("誤りはありません", "nothing is wrong")),
            .. await services.GetRequiredService<DatabaseCheck>().RunAsync(cancellationToken),
            .. await services.GetRequiredService<SecretsCheck>().RunAsync(cancellationToken),
            .. SettingsCheck.Run(configured.Options, Composition.InboxOf(configured.Options, surroundings)),
            .. platforms.SelectMany(findings => findings),
        ];
    }
}
