namespace Bot.Benchmarks.Answering;

/// <summary>What questions of one kind cost, each.</summary>
internal sealed class Costs
{
    private readonly List<double> _processor = [];

    /// <summary>In milliseconds, as asked.</summary>
    public List<double> Wall { get; } = [];

    public void Add(TimeSpan wall, TimeSpan processor)
    {
        Wall.Add(wall.TotalMilliseconds);
        _processor.Add(processor.TotalMicroseconds);
    }

    public Cost Summary()
    {
        List<double> sorted = [.. Wall.Order()];
        return new Cost(_processor.Average(), sorted[sorted.Count / 2], sorted[sorted.Count * 99 / 100]);
    }
}

/// <param name="Processor">Processor time of the process in µs, on average.</param>
/// <param name="P50">In milliseconds.</param>
/// <param name="P99">In milliseconds.</param>
internal sealed record Cost(double Processor, double P50, double P99);

/// <summary>What the same question costs on a small archive and on a large one.</summary>
internal sealed record Comparison(Cost Few, Cost Many)
{
    /// <summary>Of the middle one each, which a busy machine spoils least.</summary>
    public double Ratio => Many.P50 / Few.P50;
}

/// <summary>Where the time of a question goes, in µs of wall time.</summary>
/// <param name="Statements">Statements sent to the database.</param>
/// <param name="Sql">The statements alone, prepared, over a connection that is open.</param>
/// <param name="Mapping">What else goes by until their rows are there: opening connections, building commands, rows out of columns.</param>
/// <param name="Rendering">From the reply to bytes.</param>
/// <param name="Composing">The rest: reading the line, looking for what it means, entries out of columns, the reply's tree.</param>
internal sealed record Shares(double Statements, double Sql, double Mapping, double Rendering, double Composing);
