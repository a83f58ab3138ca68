using Spectre.Console;

namespace Bot.Verbs;

/// <summary>Shows on standard error how far a long list of files is: a bar for a person, plain lines for a log.</summary>
internal static class IngestProgress
{
    /// <summary>Fewer files than this are done before anybody looks.</summary>
    private const int Many = 5;

    private const int EveryLine = 100;

    public static Task RunAsync(Surroundings surroundings, IReadOnlyList<string> files, Func<string, Task> take)
    {
        if (files.Count < Many)
        {
            return PlainAsync(surroundings, files, take, lines: false);
        }

        return surroundings.IsInteractive ? BarAsync(surroundings, files, take) : PlainAsync(surroundings, files, take, lines: true);
    }

    private static async Task BarAsync(Surroundings surroundings, IReadOnlyList<string> files, Func<string, Task> take)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(surroundings.Error) });
        await console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                var bar = progress.AddTask(Markup.Escape(surroundings.Say(new("取り込み", "Ingesting"))), maxValue: files.Count);
                foreach (var file in files)
                {
                    await take(file);
                    bar.Increment(1);
                }
            });
    }

    private static async Task PlainAsync(Surroundings surroundings, IReadOnlyList<string> files, Func<string, Task> take, bool lines)
    {
        for (var i = 0; i < files.Count; i++)
        {
            await take(files[i]);
            if (lines && ((i + 1) % EveryLine == 0 || i + 1 == files.Count))
            {
                await surroundings.Error.WriteLineAsync($"{i + 1}/{files.Count}");
            }
        }
    }
}
