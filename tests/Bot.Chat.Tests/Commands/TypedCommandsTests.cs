using Bot.Chat.Commands;
using Bot.Chat.Platforms;

namespace Bot.Chat.Tests.Commands;

public sealed class TypedCommandsTests
{
    private static readonly TypedCommands Own = new(["news", "funding"], "ai-");

    [Theory]
    [InlineData("news 港", "/ai-news 港")]
    [InlineData("funding xai", "/ai-funding xai")]
    [InlineData("outlook medium", "/ai-briefing outlook medium")]
    [InlineData("briefing status", "/ai-briefing status")]
    public void On_Slack_a_command_stands_alone_or_behind_the_leader(string line, string typed) =>
        Assert.Equal(typed, Own.On(PlatformId.Slack, line));

    [Fact]
    public void Elsewhere_every_command_has_its_own_name() => Assert.Equal("/outlook medium", Own.On(PlatformId.Discord, "outlook medium"));

    [Theory]
    [InlineData("ai-funding", "funding")]
    [InlineData("AI-funding", "funding")]
    [InlineData("funding", "funding")]
    [InlineData("ai-", "ai-")]
    public void A_registered_name_calls_the_command_without_its_prefix(string registered, string name) =>
        Assert.Equal(name, Own.NameOf(registered));

    [Fact]
    public void Without_configuration_the_common_ones_stand_alone()
    {
        Assert.Equal("/funding xai", TypedCommands.Default.On(PlatformId.Slack, "funding xai"));
        Assert.Equal("/briefing search 港", TypedCommands.Default.On(PlatformId.Slack, "search 港"));
    }
}
