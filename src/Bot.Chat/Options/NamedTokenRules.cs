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
                yield return new($"{key}:{name}", new(
                    $"トークンが短すぎます。{ShortestToken} 文字以上の乱数にしてください（例 openssl rand -hex 32）",
                    $"the token is too short: use {ShortestToken} random characters or more (for example openssl rand -hex 32)"));
            }
        }

        foreach (var twins in tokens.GroupBy(pair => pair.Value).Where(twins => twins.Count() > 1))
        {
            yield return new($"{key}:{twins.Last().Key}", new(
                "同じトークンが別の名前でも使われています。名前ごとに別のトークンにしてください",
                "another name has the same token: give each its own"));
        }
    }
}
