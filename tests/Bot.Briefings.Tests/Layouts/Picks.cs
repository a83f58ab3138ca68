namespace Bot.Briefings.Tests.Layouts;

/// <summary>Choices drawn from generated numbers, one after the other.</summary>
internal sealed class Picks(int[] numbers)
{
    private int _at;

    public int Below(int count) => numbers[_at++ % numbers.Length] % count;

    public bool Yes => Below(2) == 1;

    public T Of<T>(IReadOnlyList<T> all) => all[Below(all.Count)];

    public T Any<T>()
        where T : struct, Enum => Of(Enum.GetValues<T>());
}
