using System.CommandLine;
using Bot.Archive.Subscriptions;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Chat.Subscriptions;
using Bot.Configuration;
using Bot.Delivery.Planning;

namespace Bot.Verbs;

/// <summary><c>subscriptions list|apply FILE|export</c>: who gets what, as data.</summary>
internal static class SubscriptionsVerbs
{
    /// <summary>A file of subscriptions has a line or two for each; more is a mistake.</summary>
    private const int LargestFile = 16 * 1024 * 1024;

    public static Command Create(Surroundings surroundings)
    {
        var file = new Argument<string>("FILE") { Description = surroundings.Say(new("購読の JSON（- は標準入力）", "Subscriptions as JSON (- for standard input)")) };
        var dryRun = new Option<bool>("--dry-run") { Description = surroundings.Say(new("違いだけを示します", "Only print the difference")) };
        var prune = new Option<bool>("--prune") { Description = surroundings.Say(new("ファイルにない購読を終えます", "End subscriptions that the file does not name")) };
        var list = new Command("list", surroundings.Say(new("購読を1行ずつ出します", "Prints the subscriptions, one a line")));
        var apply = new Command("apply", surroundings.Say(new("購読をファイルの通りにします", "Makes the subscriptions as the file says"))) { file, dryRun, prune };
        var export = new Command("export", surroundings.Say(new("apply できる JSON を出します", "Prints the JSON that apply takes")));
        list.SetAction((_, cancellationToken) => WithStoreAsync(surroundings, (desk, token) => ListAsync(surroundings, desk, token), cancellationToken));
        export.SetAction((_, cancellationToken) => WithStoreAsync(
            surroundings,
            async (desk, token) =>
            {
                await surroundings.Output.WriteLineAsync(await desk.Services.GetRequiredService<SubscriptionStore>().ExportAsync(NamesOf(desk), token));
                return ExitCode.Done;
            },
            cancellationToken));
        apply.SetAction((parsed, cancellationToken) => WithStoreAsync(
            surroundings,
            (desk, token) => ApplyAsync(surroundings, desk, parsed.GetRequiredValue(file), parsed.GetValue(prune), parsed.GetValue(dryRun), token),
            cancellationToken));
        return new Command("subscriptions", surroundings.Say(new("どのチャンネルに何を届けるか", "Which channel gets what")))
        {
            list,
            apply,
            export,
        };
    }

    private static async Task<int> WithStoreAsync(
        Surroundings surroundings, Func<ArchiveDesk, CancellationToken, Task<int>> work, CancellationToken cancellationToken)
    {
        if (Configured.OrComplain(surroundings) is not { } configured)
        {
            return ExitCode.Failed;
        }

        await using var desk = await ArchiveDesk.OpenAsync(surroundings, configured, dryRun: false, cancellationToken);
        return await work(desk, cancellationToken);
    }

    private static SubscriptionNames NamesOf(ArchiveDesk desk) => new(
        [.. desk.Services.GetServices<IPlatform>().Select(platform => platform.Id.Value)],
        [.. desk.Services.GetRequiredService<SeriesCatalogue>().All.Select(series => series.Key)])
    {
        Options = [.. desk.Services.GetServices<IPlatformOptions>()],
        IsOpen = desk.Services.GetRequiredService<SeriesAccess>().IsOpen,
    };

    private static async Task<int> ListAsync(Surroundings surroundings, ArchiveDesk desk, CancellationToken cancellationToken)
    {
        foreach (var row in await desk.Services.GetRequiredService<SubscriptionStore>().ListAsync(cancellationToken))
        {
            var spec = SubscriptionSpec.Of(row);
            var sections = spec.Sections.Count == 0 ? "all" : string.Join(',', spec.Sections);
            await surroundings.Output.WriteLineAsync($"{spec}\t{sections}\t{SubscriptionFile.LanguageOf(spec.Locale)}");
        }

        return ExitCode.Done;
    }

    private static async Task<int> ApplyAsync(
        Surroundings surroundings, ArchiveDesk desk, string file, bool prune, bool dryRun, CancellationToken cancellationToken)
    {
        if (await DocumentFile.ReadAsync(surroundings, file, LargestFile, cancellationToken) is not { Bytes: { } bytes })
        {
            return ExitCode.Failed;
        }

        var changes = await desk.Services.GetRequiredService<SubscriptionStore>()
            .ApplyAsync(System.Text.Encoding.UTF8.GetString(bytes), NamesOf(desk), prune, dryRun, cancellationToken);
        if (changes.Problems.Count > 0)
        {
            surroundings.Complain(new($"{file}: 誤りがあるので何も変えていません", $"{file}: nothing was changed, because of"));
            foreach (var problem in changes.Problems)
            {
                await surroundings.Error.WriteLineAsync($"  {problem}");
            }

            return ExitCode.Failed;
        }

        foreach (var change in changes.Changes)
        {
            await surroundings.Output.WriteLineAsync(change.ToString());
        }

        surroundings.Complain(new(
            $"変更 {changes.Changes.Count}・そのまま {changes.Unchanged}・ファイルにない購読 {changes.Unnamed}{(dryRun ? "（試行）" : "")}",
            $"changed {changes.Changes.Count}, as they were {changes.Unchanged}, not in the file {changes.Unnamed}{(dryRun ? " (dry run)" : "")}"));
        return ExitCode.Done;
    }
}
