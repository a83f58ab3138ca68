namespace Bot.Chat.Options;

/// <summary>Rules for tokens with an owner's name: long enough, and one token per name.</summary>
public static class NamedTokenRules
{
    /// <summary>Shortest token accepted at start, in characters.</summary>
    public const int ShortestToken = 16;

    public static IEnumerable<OptionProblem> Check(string key, IReadOnlyDictionary<string, string> tokens)
    {
        foreach (var (name, token) in tokens)
        {
            if (token.Length < ShortestToken)
            {
                yield return new($"{key}:{name}", Texts.Both("NamedTokenRules.TokenIsTooShort", ShortestToken));
            }
        }

        foreach (var twins in tokens.GroupBy(pair => pair.Value).Where(twins => twins.Count() > 1))
        {
            yield return new($"{key}:{twins.Last().Key}", Texts.Both("NamedTokenRules.AnotherNameHasSameToken"));
        }
    }
}
