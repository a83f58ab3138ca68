using Bot.Chat;
using Spectre.Console;

namespace Bot.Verbs;

/// <summary>A cell: for a person at a terminal, and for a program behind a pipe.</summary>
/// <param name="Text">In words, with local times.</param>
/// <param name="Value">Stable: codes, ISO 8601 in UTC. Null: the same as the text.</param>
internal readonly record struct ConsoleCell(string Text, string? Value = null)
{
    public static implicit operator ConsoleCell(string text) => new(text);
}

/// <summary>Rows printed as a table on a terminal, else as tab-separated values with a header.</summary>
/// <param name="columns">The header's names, which are also keys of the host's texts: <c>Column.series</c>.</param>
internal sealed class ConsoleTable(params IReadOnlyList<string> columns)
{
    private readonly List<IReadOnlyList<ConsoleCell>> _rows = [];

    public void Add(params IReadOnlyList<ConsoleCell> cells)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(cells.Count, columns.Count);
        _rows.Add(cells);
    }

    /// <param name="none">Said on a terminal instead of a table without rows.</param>
    public async Task WriteAsync(CommandLineContext commandLine, LocalizedText? none = null)
    {
        if (!commandLine.IsTerminal)
        {
            await commandLine.Output.WriteLineAsync(string.Join('\t', columns));
            foreach (var row in _rows)
            {
                await commandLine.Output.WriteLineAsync(string.Join('\t', row.Select(cell => OneLine(cell.Value ?? cell.Text))));
            }

            return;
        }

        if (_rows.Count == 0 && none is not null)
        {
            await commandLine.Output.WriteLineAsync(commandLine.Say(none));
            return;
        }

        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(commandLine.Say(HostTexts.Both($"Column.{column}")))));
        }

        foreach (var row in _rows)
        {
            table.AddRow(row.Select(cell => new Text(cell.Text)));
        }

        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(commandLine.Output) }).Write(table);
    }

    /// <summary>A platform's words may hold anything: a row stays a row.</summary>
    private static string OneLine(string value) =>
        value.AsSpan().IndexOfAny("\t\r\n") < 0
            ? value
            : string.Join(' ', value.Split(['\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
