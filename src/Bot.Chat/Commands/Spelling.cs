namespace Bot.Chat.Commands;

/// <summary>How far apart two spellings of a command are.</summary>
public static class Spelling
{
    private const int Longest = 32;

    /// <summary>
    /// Number of letters to insert, drop, change or swap with a neighbour (optimal string alignment). For words longer
    /// than any command, the length.
    /// </summary>
    public static int Distance(string a, string b)
    {
        if (a.Length > Longest || b.Length > Longest)
        {
            return Math.Max(a.Length, b.Length);
        }

        var cost = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    cost[i, j] = i + j;
                    continue;
                }

                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                cost[i, j] = Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[a.Length, b.Length];
    }
}
