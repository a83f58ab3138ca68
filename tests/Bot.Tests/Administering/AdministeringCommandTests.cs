using Bot.Chat.Commands;
using Bot.Tests.Infrastructure;
using Bot.Verbs;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Administering;

[Collection(RunningBotCollection.Name)]
public sealed class AdministeringCommandTests : IDisposable
{
    private readonly Bench _bench = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task It_is_in_the_catalogue_for_platforms_to_register()
    {
        await using var host = await HostServices.OpenAsync(_bench);

        var command = host.Services.GetRequiredService<CommandCatalogue>().Find("briefing-admin")!;

        Assert.True(command.IsForAdmins);
        Assert.Equal(
            ["subscribe", "schedule", "post", "corrections", "unsubscribe"],
            command.Subcommands.Where(subcommand => subcommand.Changes).Select(subcommand => subcommand.Name)
        );
        Assert.Equal(
            ["subscribe", "schedule", "post", "corrections", "unsubscribe", "subscriptions", "status"],
            command.Subcommands.Select(subcommand => subcommand.Name)
        );
        Assert.All(command.Subcommands, subcommand => Assert.NotEqual(subcommand.Summary.Japanese, subcommand.Summary.English));
    }

    [Fact]
    public async Task The_operator_sees_all_workspaces_in_the_command_line_and_stands_in_no_channel_to_subscribe()
    {
        Directory.CreateDirectory(Path.Combine(_bench.Folder, "inbox"));
        _bench.Set("Intake:Inbox", "inbox");

        var status = await _bench.RunAsync("ask", "/briefing status", "--locale", "en");
        var list = await _bench.RunAsync("ask", "/briefing subscriptions", "--locale", "en");
        var subscribe = await _bench.RunAsync("ask", "/briefing subscribe", "--locale", "en");

        Assert.Equal(ExitCode.Done, status.Code);
        Assert.StartsWith("Everything is fine", status.Output, StringComparison.Ordinal);
        Assert.Contains("web:local/briefings", list.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Failed, subscribe.Code);
        Assert.Contains("subscriptions apply FILE", subscribe.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_web_channel_neither_offers_it_nor_does_it()
    {
        Directory.CreateDirectory(Path.Combine(_bench.Folder, "inbox"));
        _bench.Set("Intake:Inbox", "inbox");
        await using var bot = await RunningBot.StartAsync(_bench);

        var page = await bot.Http.GetStringAsync("/", Cancel);
        var help = await bot.Http.GetStringAsync("/?q=/help", Cancel);
        await bot.Http.GetStringAsync("/?q=/briefing+unsubscribe", Cancel);

        Assert.Contains("/funding", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/briefing status", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/briefing status", help, StringComparison.Ordinal);
        Assert.Contains("web:local/briefings", (await _bench.RunAsync("subscriptions", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_shows_admins_the_instructions_it_takes()
    {
        await using var host = await HostServices.OpenAsync(_bench);

        var reply = await host
            .Services.GetRequiredService<CommandDispatcher>()
            .DispatchAsync(new CommandCall("help", "briefing", Chat.Locale.English) { IsAdmin = true, Platform = new("slack") }, Cancel);

        var text = Chat.Text.TextRenderer.Render(reply.Message);
        Assert.Contains("/briefing [DATE] [SECTION]", text, StringComparison.Ordinal);
        Assert.Contains("/briefing subscribe [SECTIONS] [SCHEDULE] [SERIES]", text, StringComparison.Ordinal);
        Assert.Contains("/briefing schedule [SCHEDULE] [SERIES]", text, StringComparison.Ordinal);
        Assert.Contains("/briefing status", text, StringComparison.Ordinal);
    }
}
