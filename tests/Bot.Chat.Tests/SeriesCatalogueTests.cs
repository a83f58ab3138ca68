using Bot.Chat.Commands;
using Bot.Chat.Platforms;

namespace Bot.Chat.Tests;

public sealed class SeriesCatalogueTests
{
    private static readonly Series Closed = new("secret", "Secret", TimeZoneInfo.Utc) { Workspaces = ["slack:T1"] };

    private static readonly Series Open = new("us-ai", "US AI", TimeZoneInfo.Utc);

    private static CommandCall Call => new("funding", "", Locale.Japanese);

    [Fact]
    public void There_is_always_a_series() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SeriesCatalogue([], TimeProvider.System));

    [Fact]
    public void A_workspace_asks_the_first_series_that_it_may()
    {
        var catalogue = new SeriesCatalogue([Closed, Open], TimeProvider.System);

        Assert.Equal("secret", catalogue.AskedBy(Call with { Platform = PlatformId.Slack, Workspace = "T1" })?.Key);
        Assert.Equal("us-ai", catalogue.AskedBy(Call with { Platform = PlatformId.Slack, Workspace = "T2" })?.Key);
        Assert.Equal("us-ai", catalogue.AskedBy(Call with { Platform = PlatformId.Discord, Workspace = "T1" })?.Key);
    }

    [Fact]
    public void Naming_a_series_does_not_open_it()
    {
        var catalogue = new SeriesCatalogue([Closed, Open], TimeProvider.System);

        Assert.Null(catalogue.AskedBy(Call with { Platform = PlatformId.Slack, Workspace = "T2", Series = "secret" }));
        Assert.Equal("secret", catalogue.AskedBy(Call with { Platform = PlatformId.Slack, Workspace = "T1", Series = "secret" })?.Key);
        Assert.Null(catalogue.AskedBy(Call with { Series = "unheard-of" }));
    }

    [Fact]
    public void E13_Only_the_operator_may_ask_about_all_and_a_call_from_nowhere_is_not_his()
    {
        var catalogue = new SeriesCatalogue([Closed, Open], TimeProvider.System);

        Assert.Equal("secret", catalogue.AskedBy(Call with { IsOperators = true })?.Key);
        Assert.Equal("secret", catalogue.AskedBy(Call with { IsOperators = true, Platform = PlatformId.Slack })?.Key);
        Assert.Equal("us-ai", catalogue.AskedBy(Call with { Platform = PlatformId.Slack, Workspace = "" })?.Key);
        Assert.Null(catalogue.AskedBy(Call with { Platform = PlatformId.Slack, Workspace = "", Series = "secret" }));
    }
}
