using System.Globalization;
using CsCheck;

namespace Bot.Briefings.Tests.Layouts;

/// <summary>A day reads as the same facts in every layout.</summary>
public sealed class LayoutTests
{
    private const int Cases = 20_000;

    private static readonly Gen<int[]> Numbers = Gen.Int[0, 1 << 24].Array[140];

    private static readonly BriefingReader Reader = new();

    /// <summary>The environment variable BOT_EFFORT multiplies the cases.</summary>
    private static int Effort =>
        int.TryParse(Environment.GetEnvironmentVariable("BOT_EFFORT"), CultureInfo.InvariantCulture, out var times)
            ? Math.Max(1, times)
            : 1;

    [Fact]
    public void A_day_reads_as_the_same_facts_in_every_layout() =>
        Numbers.Sample(
            numbers =>
            {
                var picks = new Picks(numbers);
                var layout = Layout.Draw(picks);
                var day = DayFacts.Draw(picks);
                var text = new DayPrinter(day, layout).Print();
                var expected = DayWords.Expected(day, layout);
                var actual = DayWords.Actual(Reader.Read(text).Briefing, layout);
                return expected == actual
                    ? true
                    : throw new InvalidOperationException(
                        $"{layout}\n{string.Join(' ', layout.Entries)}\n{text}\nexpected\n{expected}\nactual\n{actual}"
                    );
            },
            iter: Cases * Effort
        );

    [Fact]
    public void No_sentence_is_lost_in_any_layout() =>
        Numbers.Sample(
            numbers =>
            {
                var picks = new Picks(numbers);
                var layout = Layout.Draw(picks);
                var day = DayFacts.Draw(picks);
                var text = new DayPrinter(day, layout).Print();
                return LostText.In(text, Reader.Read(text)) is { } lost
                    ? throw new InvalidOperationException($"lost: {lost}\n{layout}\n{text}")
                    : true;
            },
            iter: Cases / 4 * Effort
        );
}
