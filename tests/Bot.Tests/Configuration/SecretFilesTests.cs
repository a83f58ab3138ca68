using Bot.Configuration;
using Bot.Tests.Infrastructure;

namespace Bot.Tests.Configuration;

public sealed class SecretFilesTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void H28_A_file_is_a_setting_of_its_name_without_its_last_line_end()
    {
        _bench.Write("secrets/Intake__ApiTokens__publisher", "0c83be447d1b09c4f6e25a\n");
        _bench.Write("secrets/Admins__Tokens__ann", "7d1b09c4f6e25a83c0be44");

        var reading = Read();

        Assert.Empty(reading.Problems);
        Assert.Equal("0c83be447d1b09c4f6e25a", reading.Options.Intake.ApiTokens["publisher"]);
        Assert.Equal("7d1b09c4f6e25a83c0be44", reading.Options.Admins.Tokens["ann"]);
    }

    [Fact]
    public void H28_They_win_over_the_file_and_the_environment_wins_over_them()
    {
        _bench.Write("appsettings.json", """{"Web":{"Zone":"Asia/Seoul"},"Intake":{"MaxDaysFromToday":5}}""");
        _bench.Write("secrets/Web__Zone", "Europe/Paris");
        _bench.Write("secrets/Intake__MaxDaysFromToday", "7");
        _bench.Set("Web:Zone", "Asia/Tokyo");

        var reading = Read();

        Assert.Empty(reading.Problems);
        Assert.Equal("Asia/Tokyo", reading.Options.Web.Zone);
        Assert.Equal(7, reading.Options.Intake.MaxDaysFromToday);
    }

    [Fact]
    public void H28_A_wrong_name_is_named_and_what_stands_in_the_file_is_not()
    {
        _bench.Write("secrets/Slak__BotToken", "xoxb-canary-of-a-test");

        var problem = Assert.Single(Read().Problems);

        Assert.Contains("Slak", problem.Text.English, StringComparison.Ordinal);
        Assert.Contains("Slack", problem.Text.English, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", problem.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void H28_A_folder_that_is_not_there_stops_the_start()
    {
        var problem = Assert.Single(Read().Problems);

        Assert.Equal(ConfigurationReader.SecretsVariable, problem.Key);
        Assert.Contains("the folder secrets does not exist", problem.Text.English, StringComparison.Ordinal);
    }

    private ConfigurationReading Read() => ConfigurationReader.Read(_bench.CommandLineContext() with { SecretsFolder = "secrets" });
}
