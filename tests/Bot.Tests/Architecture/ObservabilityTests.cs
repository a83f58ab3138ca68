using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Chat.Platforms;
using Bot.Tests.Infrastructure;

namespace Bot.Tests.Architecture;

/// <summary>Rules, dashboard and runbook speak of what there is, and of all of it.</summary>
public sealed partial class ObservabilityTests
{
    private static readonly string Folder = Path.Combine(SourceTree.Root, "deploy", "observability");
    private static readonly string Rules = File.ReadAllText(Path.Combine(Folder, "alerts.yaml"));
    private static readonly string Runbook = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "runbook.md"));

    /// <summary>The bot's own metrics under the names that Prometheus gives them.</summary>
    private static HashSet<string> Metrics { get; } =
    [.. Sources.Of("*.cs").SelectMany(source => Instrument().Matches(source.Text)).SelectMany(NamesOf)];

    private static IEnumerable<string> Headings => Heading().Matches(Runbook).Select(match => match.Groups[1].Value);

    [Fact]
    public void Every_metric_of_the_rules_exists() => Assert.Empty(Used(Rules).Except(Metrics));

    [Fact]
    public void Every_metric_of_the_dashboard_exists_and_it_shows_all_that_the_rules_watch()
    {
        using var dashboard = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "dashboard.json")));
        var shown = Used(dashboard.RootElement.GetProperty("panels").GetRawText()).ToHashSet();

        Assert.NotEmpty(shown);
        Assert.Empty(shown.Except(Metrics));
        Assert.Empty(Used(Rules).Except(shown));
    }

    [Fact]
    public void Every_alert_links_to_its_page_of_the_runbook()
    {
        var alerts = Alert().Matches(Rules);
        var anchors = Headings.Select(heading => heading.ToLowerInvariant()).ToHashSet();

        Assert.NotEmpty(alerts);
        Assert.All(
            alerts,
            alert =>
            {
                var (name, anchor) = (alert.Groups["name"].Value, alert.Groups["anchor"].Value);
                Assert.Contains(name, Headings);
                Assert.True(anchor.StartsWith("{{", StringComparison.Ordinal) || anchors.Contains(anchor), anchor);
            }
        );
        Assert.Equal(alerts.Count, Rules.Split("- alert:").Length - 1);
    }

    [Fact]
    public void Every_reason_has_its_page_and_no_page_is_about_nothing()
    {
        var told = File.ReadAllText(Path.Combine(SourceTree.Root, "src", "Bot.Delivery", "DeliveryTexts.resx"));
        var reasons = AlertText().Matches(told).Select(match => match.Groups[1].Value).Concat(Reasons.All).Distinct().ToList();

        var (alerts, pages) = (
            Headings.Where(IsAlert).Order(StringComparer.Ordinal),
            Headings.Where(heading => !IsAlert(heading)).Order(StringComparer.Ordinal)
        );
        Assert.Equal(reasons.Except(["Other"]).Order(StringComparer.Ordinal), pages);
        Assert.Equal(Alert().Matches(Rules).Select(alert => alert.Groups["name"].Value).Order(StringComparer.Ordinal), alerts);
    }

    private static bool IsAlert(string heading) => heading.StartsWith("BriefingBot", StringComparison.Ordinal);

    [Fact]
    public void Links_within_the_runbook_lead_somewhere() =>
        Assert.Empty(
            Anchor().Matches(Runbook).Select(match => match.Groups[1].Value).Except(Headings.Select(heading => heading.ToLowerInvariant()))
        );

    private static IEnumerable<string> Used(string text) =>
        Metric().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal);

    /// <summary>https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/</summary>
    private static IEnumerable<string> NamesOf(Match instrument)
    {
        var name = instrument.Groups["name"].Value.Replace('.', '_');
        var unit = instrument.Groups["unit"].Value == "s" ? "_seconds" : "";
        return instrument.Groups["kind"].Value switch
        {
            "Counter" => [$"{name}{unit}_total"],
            "Histogram" => [$"{name}{unit}_bucket", $"{name}{unit}_count", $"{name}{unit}_sum"],
            _ => [$"{name}{unit}"],
        };
    }

    [GeneratedRegex(
        """Create(?<kind>Counter|Histogram|ObservableGauge)(?:<\w+>)?\(\s*"(?<name>bot\.[a-z_.]+)",.*?"(?<unit>s|\{[a-z-]+\})"\s*,\s*"[A-Z1]""",
        RegexOptions.Singleline
    )]
    private static partial Regex Instrument();

    [GeneratedRegex(@"\bbot_[a-z_]+")]
    private static partial Regex Metric();

    [GeneratedRegex(@"alert: (?<name>\w+)\n.*?runbook_url: ""?docs/runbook\.md#(?<anchor>[^""\n]+)", RegexOptions.Singleline)]
    private static partial Regex Alert();

    [GeneratedRegex("^### (\\S+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("""name="Alert\.([a-z-]+)\.What""")]
    private static partial Regex AlertText();

    [GeneratedRegex(@"\]\(#([^)]+)\)")]
    private static partial Regex Anchor();
}
