using Bot.Configuration;
using Bot.Tests.Infrastructure;

namespace Bot.Tests.Configuration;

/// <summary>What operators know from other ASP.NET Core programs is honoured, or refused with a sentence.</summary>
public sealed class HostingHabitsTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void The_usual_variable_of_addresses_counts_where_the_own_key_says_nothing()
    {
        var told = _bench.CommandLineContext() with { Urls = "http://127.0.0.1:8080" };
        Assert.Equal("http://127.0.0.1:8080", ConfigurationReader.Read(told).Options.Web.Url);

        _bench.Write("appsettings.json", """{"Web":{"Url":"http://127.0.0.1:7070"}}""");
        Assert.Equal("http://127.0.0.1:7070", ConfigurationReader.Read(told).Options.Web.Url);
    }

    [Fact]
    public void An_address_that_is_open_to_others_needs_tokens_from_wherever_it_comes() =>
        Assert.Contains(
            "Web:Auth:Tokens",
            Assert.Single(ConfigurationReader.Read(_bench.CommandLineContext() with { Urls = "http://+:8080" }).Problems).Text.English,
            StringComparison.Ordinal
        );

    [Fact]
    public void The_environments_own_file_is_read_over_the_common_one_and_checked_like_it()
    {
        _bench.Write("appsettings.json", """{"Web":{"Zone":"Asia/Seoul"},"Intake":{"MaxDaysFromToday":5}}""");
        _bench.Write("appsettings.Development.json", """{"Web":{"Zone":"Europe/Paris"}}""");
        var development = _bench.CommandLineContext() with { EnvironmentName = "Development" };

        var reading = ConfigurationReader.Read(development);
        Assert.Empty(reading.Problems);
        Assert.Equal(("Europe/Paris", 5), (reading.Options.Web.Zone, reading.Options.Intake.MaxDaysFromToday));
        Assert.Equal("Asia/Seoul", ConfigurationReader.Read(_bench.CommandLineContext()).Options.Web.Zone);

        _bench.Write("appsettings.Development.json", """{"Wbe":{"Zone":"Europe/Paris"}}""");
        Assert.Contains("\"Web\"", Assert.Single(ConfigurationReader.Read(development).Problems).Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void The_templates_AllowedHosts_is_refused_with_what_takes_its_place()
    {
        _bench.Write("appsettings.json", """{"AllowedHosts":"*"}""");

        Assert.Contains(
            "Web:Url",
            Assert.Single(ConfigurationReader.Read(_bench.CommandLineContext()).Problems).Text.English,
            StringComparison.Ordinal
        );
    }
}
