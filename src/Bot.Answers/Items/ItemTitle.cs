using Bot.Chat.Text;

namespace Bot.Answers.Items;

/// <summary>An item's headline as a line. A paragraph that has none is named by its first sentence.</summary>
internal static class ItemTitle
{
    /// <summary>In UTF-16 code units.</summary>
    private const int Longest = 100;

    public static string Of(string headline)
    {
        ArgumentNullException.ThrowIfNull(headline);
        if (headline.Length <= Longest)
        {
            return headline;
        }

        var end = Sentences.Ends(headline).FirstOrDefault(end => end > 0);
        return Graphemes.Cut(end > 0 ? headline[..end].Trim() : headline, Longest);
    }
}
