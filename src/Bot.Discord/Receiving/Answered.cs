namespace Bot.Discord.Receiving;

/// <summary>How to answer an interaction.</summary>
/// <param name="Callback">
/// The answer to give at once; null: <paramref name="Then"/> gives it through the callback route, or there is none to give.
/// </param>
/// <param name="Then">What to do after the interaction was taken.</param>
internal readonly record struct Answered(byte[]? Callback, Func<CancellationToken, Task>? Then)
{
    /// <summary>Nothing: the interaction was already handled.</summary>
    public static Answered Already => new(null, null);
}
