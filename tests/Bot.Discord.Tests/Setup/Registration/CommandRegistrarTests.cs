using System.Text.Json.Nodes;
using Bot.Discord.Setup;
using Bot.Discord.Setup.Registration;
using Bot.Discord.Tests.Receiving;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bot.Discord.Tests.Setup.Registration;

public class CommandRegistrarTests
{
    [Fact]
    public async Task Commands_are_written_once_and_again_only_when_something_differs()
    {
        await using var bench = await ReceivingBench.StartAsync(DiscordMode.Http);
        var registrar = bench.Services.GetRequiredService<CommandRegistrar>();

        // The bot registers at its own start as well; from here on only the test does.
        await bench
            .Services.GetServices<IHostedService>()
            .OfType<DiscordStartup>()
            .Single()
            .ExecuteTask!.WaitAsync(ReceivingBench.Cancellation);
        Assert.Equal(RegistrationStatus.Unchanged, (await registrar.RegisterAsync(ReceivingBench.Cancellation)).Status);
        var before = bench.Discord.Commands.Overwrites;
        Assert.NotNull(bench.Discord.Commands.Find(0, "funding"));
        bench.Discord.Commands.Find(0, "funding")!["description"] = "changed by somebody";

        Assert.Equal(RegistrationStatus.Registered, (await registrar.RegisterAsync(ReceivingBench.Cancellation)).Status);
        Assert.Equal(before + 1, bench.Discord.Commands.Overwrites);
    }

    [Fact]
    public async Task H13_What_is_not_the_bots_is_carried_along_and_named()
    {
        await using var bench = await ReceivingBench.StartAsync(DiscordMode.Http);
        var registrar = bench.Services.GetRequiredService<CommandRegistrar>();
        await bench
            .Services.GetServices<IHostedService>()
            .OfType<DiscordStartup>()
            .Single()
            .ExecuteTask!.WaitAsync(ReceivingBench.Cancellation);
        foreach (
            var other in new[]
            {
                """{"type":4,"name":"launch","handler":2,"integration_types":[0,1],"contexts":[0,1,2]}""",
                """{"type":3,"name":"Remind me","contexts":[0]}""",
                """{"type":1,"name":"dice","description":"rolls a die","contexts":[0,1]}""",
            }
        )
        {
            bench.Discord.Commands.Upsert(0, JsonNode.Parse(other)!.AsObject());
        }

        var unchanged = await registrar.RegisterAsync(ReceivingBench.Cancellation);
        bench.Discord.Commands.Find(0, "funding")!["description"] = "changed by somebody";
        var ids = bench.Discord.Commands.Of(0).ToDictionary(command => (string)command["name"]!, command => (string)command["id"]!);
        var written = await registrar.RegisterAsync(ReceivingBench.Cancellation);

        Assert.Equal((RegistrationStatus.Unchanged, RegistrationStatus.Registered), (unchanged.Status, written.Status));
        Assert.Equal(["/dice", "Remind me", "launch"], written.Kept.Order(StringComparer.Ordinal));
        Assert.Equal(unchanged.Kept, written.Kept);
        Assert.Equal(["/funding"], written.Replaced);
        Assert.Equal(
            ids,
            bench.Discord.Commands.Of(0).ToDictionary(command => (string)command["name"]!, command => (string)command["id"]!)
        );
        Assert.Equal(2, (int)bench.Discord.Commands.Of(0).Single(command => (string?)command["name"] == "launch")["handler"]!);
    }

    [Fact]
    public async Task H13_What_an_earlier_version_of_the_bot_had_registered_is_taken_away_and_named()
    {
        await using var bench = await ReceivingBench.StartAsync(DiscordMode.Http);
        await bench
            .Services.GetServices<IHostedService>()
            .OfType<DiscordStartup>()
            .Single()
            .ExecuteTask!.WaitAsync(ReceivingBench.Cancellation);
        bench.Discord.Commands.Upsert(
            0,
            JsonNode
                .Parse(
                    """{"type":1,"name":"former","description":"x","description_localizations":{"ja":"y"},"contexts":[0],"integration_types":[0]}"""
                )!
                .AsObject()
        );

        var result = await bench.Services.GetRequiredService<CommandRegistrar>().RegisterAsync(ReceivingBench.Cancellation);

        Assert.Equal(["/former"], result.Replaced);
        Assert.Empty(result.Kept);
        Assert.Null(bench.Discord.Commands.Find(0, "former"));
    }

    [Fact]
    public async Task A_refused_token_is_said()
    {
        await using var bench = await ReceivingBench.StartAsync(DiscordMode.Http);
        bench.Discord.Tokens.Revoke(ReceivingBench.Token);

        var result = await bench.Services.GetRequiredService<CommandRegistrar>().RegisterAsync(ReceivingBench.Cancellation);

        Assert.Equal(RegistrationStatus.TokenRefused, result.Status);
        Assert.DoesNotContain(ReceivingBench.Token, result.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_Discord_it_is_tried_again_later()
    {
        await using var bench = await ReceivingBench.StartAsync(DiscordMode.Http);
        await bench.Discord.CloseAsync();

        Assert.Equal(
            RegistrationStatus.Unanswered,
            (await bench.Services.GetRequiredService<CommandRegistrar>().RegisterAsync(ReceivingBench.Cancellation)).Status
        );
    }
}
