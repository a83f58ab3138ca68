using Bot.Chat;
using Spectre.Console;

namespace Bot.Verbs;

/// <summary>Shows the progress of a long list on standard error: a bar for people, plain lines for a log.</summary>
internal static class VerbProgress
{
    /// <summary>Fewer entries than this are done before anybody looks.</summary>
    private const int Many = 5;

    private const int EveryLine = 100;

    public static Task RunAsync<T>(CommandLineContext commandLine, LocalizedText title, IReadOnlyList<T> entries, Func<T, Task> take)
    {
        if (entries.Count < Many)
        {
            return PlainAsync(commandLine, entries, take, lines: false);
        }

        return commandLine.IsInteractive
            ? BarAsync(commandLine, title, entries, take)
            : PlainAsync(commandLine, entries, take, lines: true);
    }

    private static async Task BarAsync<T>(CommandLineContext commandLine, LocalizedText title, IReadOnlyList<T> entries, Func<T, Task> take)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(commandLine.Error) });
        await console
            .Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                var bar = progress.AddTask(Markup.Escape(commandLine.Say(title)), maxValue: entries.Count);
                foreach (var entry in entries)
                {
                    await take(entry);
                    bar.Increment(1);
                }
            });
    }

    private static async Task PlainAsync<T>(CommandLineContext commandLine, IReadOnlyList<T> entries, Func<T, Task> take, bool lines)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            await take(entries[i]);
            if (lines && ((i + 1) % EveryLine == 0 || i + 1 == entries.Count))
            {
                await commandLine.Error.WriteLineAsync($"{i + 1}/{entries.Count}");
            }
        }
    }
}
