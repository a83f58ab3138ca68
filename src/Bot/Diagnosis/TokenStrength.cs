using Bot.Intake;

namespace Bot.Diagnosis;

/// <summary>Guesses whether a person made up a secret.</summary>
public static class TokenStrength
{
    /// <summary>
    /// A random hexadecimal token of the minimum length has about ten different characters; a word or a keyboard row has
    /// fewer.
    /// </summary>
    private const int FewestDifferent = 8;

    /// <summary>True if long enough, varied enough, and neither sequential nor repetitive.</summary>
    public static bool IsStrong(string token) =>
        token.Length >= IntakeOptions.ShortestToken
        && token.Distinct().Count() >= FewestDifferent
        && token.Zip(token.Skip(1)).Count(pair => Math.Abs(pair.Second - pair.First) <= 1) <= token.Length / 2
        && !Repeats(token);

    private static bool Repeats(string token) =>
        Enumerable.Range(1, token.Length / 2).Any(length => token.Select((letter, i) => letter == token[i % length]).All(same => same));
}
