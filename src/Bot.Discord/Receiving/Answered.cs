namespace Bot.Discord.Receiving;

/// <summary>How an interaction is answered.</summary>
/// <param name="Callback">The answer, to be given at once; null: <paramref name="Then"/> gives it over the callback route, or there is none
/// to give.</param>
/// <param name="Then">What goes on after the interaction was taken.</param>
internal readonly record struct Answered(byte[]? Callback, Func<CancellationToken, Task>? Then)
{
    /// <summary>Nothing: the interaction acted before.</summary>
    public static Answered Already => new(null, null);
}
