using Bot.Chat;
using Spectre.Console;

namespace Bot.Verbs;

/// <summary>Shows on standard error how far a long list is: a bar for a person, plain lines for a log.</summary>
internal static class VerbProgress
{
    /// <summary>Fewer entries than this are done before anybody looks.</summary>
    private const int Many = 5;

    private const int EveryLine = 100;

    public static Task RunAsync<T>(Surroundings surroundings, LocalizedText title, IReadOnlyList<T> entries, Func<T, Task> take)
    {
        if (entries.Count < Many)
        {
            return PlainAsync(surroundings, entries, take, lines: false);
        }

        return surroundings.IsInteractive ? BarAsync(surroundings, title, entries, take) : PlainAsync(surroundings, entries, take, lines: true);
    }

    private static async Task BarAsync<T>(Surroundings surroundings, LocalizedText title, IReadOnlyList<T> entries, Func<T, Task> take)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(surroundings.Error) });
        await console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                var bar = progress.AddTask(Markup.Escape(surroundings.Say(title)), maxValue: entries.Count);
                foreach (var entry in entries)
                {
                    await take(entry);
                    bar.Increment(1);
                }
            });
    }

    private static async Task PlainAsync<T>(Surroundings surroundings, IReadOnlyList<T> entries, Func<T, Task> take, bool lines)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            await take(entries[i]);
            if (lines && ((i + 1) % EveryLine == 0 || i + 1 == entries.Count))
            {
                await surroundings.Error.WriteLineAsync($"{i + 1}/{entries.Count}");
            }
        }
    }
}
