namespace Bot.Chat.Text;

/// <summary>The stages of the schema in the frame's words: <c>series-b-extension</c> is シリーズB（延長）, Series B extension.</summary>
public static class StageNames
{
    private const string Series = "series-";
    private const string Extension = "-extension";

    /// <summary>A stage that has no name of its own, one that an admin added, stands as it is.</summary>
    public static string Of(string stage, Texts texts)
    {
        if (stage.EndsWith(Extension, StringComparison.Ordinal))
        {
            return texts.Format("Stage.extension", Of(stage[..^Extension.Length], texts));
        }

        return stage.StartsWith(Series, StringComparison.Ordinal)
            ? texts.Format("Stage.series", stage[Series.Length..].ToUpperInvariant())
            : texts.Find("Stage." + stage) ?? stage;
    }
}
