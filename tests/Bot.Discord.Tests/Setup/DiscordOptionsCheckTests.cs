using Bot.Discord.Setup;

namespace Bot.Discord.Tests.Setup;

public sealed class DiscordOptionsCheckTests
{
    private const string Id = "1456000000000000001";

    [Fact]
    public void Nothing_configured_is_off_and_right()
    {
        Assert.False(new DiscordOptions().IsOn);
        Assert.Empty(DiscordOptionsCheck.Check(new DiscordOptions()));
    }

    [Fact]
    public void A_gateway_bot_needs_its_token_and_id_only() =>
        Assert.Empty(DiscordOptionsCheck.Check(new DiscordOptions { Token = "a.b.c", ApplicationId = Id }));

    [Theory]
    [InlineData("Bot a.b.c", Id, "", DiscordMode.Gateway, "https://discord.com/api/v10/", "Token")]
    [InlineData("a b", Id, "", DiscordMode.Gateway, "https://discord.com/api/v10/", "Token")]
    [InlineData("a.b.c", "", "", DiscordMode.Gateway, "https://discord.com/api/v10/", "ApplicationId")]
    [InlineData("a.b.c", "bot", "", DiscordMode.Gateway, "https://discord.com/api/v10/", "ApplicationId")]
    [InlineData("a.b.c", Id, "", DiscordMode.Http, "https://discord.com/api/v10/", "PublicKey")]
    [InlineData("a.b.c", Id, "xyz", DiscordMode.Gateway, "https://discord.com/api/v10/", "PublicKey")]
    [InlineData("a.b.c", Id, "", DiscordMode.Gateway, "http://discord.example/api/v10/", "ApiBaseUrl")]
    [InlineData("a.b.c", Id, "", DiscordMode.Gateway, "ftp://127.0.0.1/", "ApiBaseUrl")]
    public void F10_A_wrong_value_names_its_key_and_never_itself(
        string token,
        string id,
        string key,
        DiscordMode mode,
        string address,
        string named
    )
    {
        var problem = Assert.Single(
            DiscordOptionsCheck.Check(
                new DiscordOptions
                {
                    Token = token,
                    ApplicationId = id,
                    PublicKey = key,
                    Mode = mode,
                    ApiBaseUrl = new Uri(address),
                }
            )
        );

        Assert.Equal(named, problem.Key);
        Assert.DoesNotContain("a.b.c", problem.Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public void H14_A_line_end_behind_a_secret_is_no_part_of_it_and_a_stray_dash_is_named()
    {
        var options = new DiscordOptions
        {
            Token = "a.b.c\n",
            ApplicationId = Id + "\r\n",
            PublicKey = "\n",
        };
        Assert.Empty(DiscordOptionsCheck.Check(options));
        Assert.Equal(("a.b.c", Id, ""), (options.Token, options.ApplicationId, options.PublicKey));

        var problem = Assert.Single(DiscordOptionsCheck.Check(new DiscordOptions { Token = "a.b\u2013secret", ApplicationId = Id }));
        Assert.Equal("Token", problem.Key);
        Assert.Contains("U+2013, character 4", problem.Message.English, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", problem.Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public void An_emulator_on_this_machine_may_be_reached_by_http() =>
        Assert.Empty(
            DiscordOptionsCheck.Check(
                new DiscordOptions
                {
                    Token = "t",
                    ApplicationId = Id,
                    ApiBaseUrl = new Uri("http://127.0.0.1:8080/api/v10"),
                }
            )
        );

    [Theory]
    [InlineData(0)]
    [InlineData(2 * 24 * 60)]
    public void The_rhythm_of_looking_at_permissions_is_bounded(int minutes) =>
        Assert.Equal(
            "PermissionCheck",
            Assert.Single(DiscordOptionsCheck.Check(new DiscordOptions { PermissionCheck = TimeSpan.FromMinutes(minutes) })).Key
        );
}
