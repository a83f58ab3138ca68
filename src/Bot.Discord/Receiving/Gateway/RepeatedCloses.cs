namespace Bot.Discord.Receiving.Gateway;

/// <summary>
/// Counts consecutive connections that Discord soon closed with the same code: one is normal, a few are a fault that somebody should know
/// about.
/// </summary>
internal sealed class RepeatedCloses
{
    /// <summary>How many in a row before somebody is told.</summary>
    public const int Few = 3;

    /// <summary>A connection that lived this long ends the row.</summary>
    public static readonly TimeSpan Settled = TimeSpan.FromMinutes(10);

    private int? _code;

    /// <summary>Closes in the row.</summary>
    public int Count { get; private set; }

    public bool IsFew => Count >= Few;

    /// <param name="code">Null: it was lost, or ended normally.</param>
    /// <param name="lived">Since it was opened.</param>
    public void Note(int? code, TimeSpan lived)
    {
        Count =
            code is null ? 0
            : code == _code && lived < Settled ? Count + 1
            : 1;
        _code = code;
    }

    public void Clear() => (_code, Count) = (null, 0);
}
