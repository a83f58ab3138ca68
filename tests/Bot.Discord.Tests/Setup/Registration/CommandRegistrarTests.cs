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

        // The bot registers at its own start as well; from here on it is the test alone that does.
        await bench.Services.GetServices<IHostedService>().OfType<DiscordStartup>().Single().ExecuteTask!.WaitAsync(ReceivingBench.Cancellation);
        Assert.Equal(RegistrationStatus.Unchanged, (await registrar.RegisterAsync(ReceivingBench.Cancellation)).Status);
        var before = bench.Discord.Commands.Overwrites;
        Assert.NotNull(bench.Discord.Commands.Find(0, "funding"));
        bench.Discord.Commands.Find(0, "funding")!["description"] = "changed by somebody";

        Assert.Equal(RegistrationStatus.Registered, (await registrar.RegisterAsync(ReceivingBench.Cancellation)).Status);
        Assert.Equal(before + 1, bench.Discord.Commands.Overwrites);
    }

    [Fact]
    public async Task A_refused_token_is_said()
    {
        await using var bench = await ReceivingBench.StartAsync(DiscordMode.Http);
        bench.Discord.Tokens.Revoke(ReceivingBench.Token);

        var result = await bench.Services.GetRequiredService<CommandRegistrar>().RegisterAsync(ReceivingBench.Cancellation);

        Assert.Equal(RegistrationStatus.Refused, result.Status);
        Assert.DoesNotContain(ReceivingBench.Token, result.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_Discord_it_is_tried_again_later()
    {
        await using var bench = await ReceivingBench.StartAsync(DiscordMode.Http);
        await bench.Discord.CloseAsync();

        Assert.Equal(RegistrationStatus.Unanswered, (await bench.Services.GetRequiredService<CommandRegistrar>().RegisterAsync(ReceivingBench.Cancellation)).Status);
    }
}
