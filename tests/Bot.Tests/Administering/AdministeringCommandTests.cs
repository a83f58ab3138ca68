using Bot.Chat.Commands;
using Bot.Tests.Infrastructure;
using Bot.Verbs;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Administering;

[Collection(RunningBotCollection.Name)]
public sealed class AdministeringCommandTests : IDisposable
{
    private readonly Bench bench = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task It_is_in_the_catalogue_for_platforms_to_register()
    {
        await using var host = await HostServices.OpenAsync(bench);

        var command = host.Services.GetRequiredService<CommandCatalogue>().Find("briefing")!;

        Assert.True(command is { AdminsOnly: true, Changes: true });
        Assert.Equal(["subscribe", "unsubscribe", "subscriptions", "status"], command.Subcommands.Select(subcommand => subcommand.Name));
        Assert.All(command.Subcommands, subcommand => Assert.NotEqual(subcommand.Summary.Japanese, subcommand.Summary.English));
    }

    [Theory]
    [InlineData("/briefing subscribe")]
    [InlineData("/briefing status")]
    public async Task The_command_line_is_refused_as_it_is_no_admin_of_a_workspace(string line)
    {
        var outcome = await bench.RunAsync("ask", line);

        Assert.Equal(ExitCode.Failed, outcome.Code);
        Assert.Contains("/briefing", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("well", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_web_channel_neither_offers_it_nor_does_it()
    {
        Directory.CreateDirectory(Path.Combine(bench.Folder, "inbox"));
        bench.Set("Intake:Inbox", "inbox");
        await using var bot = await RunningBot.StartAsync(bench);

        var page = await bot.Http.GetStringAsync("/", Cancel);
        var help = await bot.Http.GetStringAsync("/?q=/help", Cancel);
        await bot.Http.GetStringAsync("/?q=/briefing+unsubscribe", Cancel);

        Assert.Contains("/funding", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/briefing status", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/briefing ", help, StringComparison.Ordinal);
        Assert.Contains("web:local/briefings", (await bench.RunAsync("subscriptions", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_shows_admins_the_instructions_it_takes()
    {
        await using var host = await HostServices.OpenAsync(bench);

        var reply = await host.Services.GetRequiredService<CommandDispatcher>().DispatchAsync(
            new CommandCall("help", "briefing", Chat.Locale.English) { IsAdmin = true }, Cancel);

        var text = Chat.Text.TextRenderer.Render(reply.Message);
        Assert.Contains("/briefing subscribe [SECTIONS] [SERIES]", text, StringComparison.Ordinal);
        Assert.Contains("/briefing status", text, StringComparison.Ordinal);
    }
}
