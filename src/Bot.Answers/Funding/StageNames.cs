using Bot.Answers.Texts;

namespace Bot.Answers.Funding;

/// <summary>Display names of the schema's stages: <c>series-b-extension</c> is シリーズB（追加）, Series B extension.</summary>
public static class StageNames
{
    private const string Series = "series-";

    private const string Extension = "-extension";

    private static readonly Dictionary<string, AnswerText> Names = new(StringComparer.Ordinal)
    {
        ["pre-seed"] = AnswerText.StagePreSeed,
        ["seed"] = AnswerText.StageSeed,
        ["bridge"] = AnswerText.StageBridge,
        ["growth"] = AnswerText.StageGrowth,
        ["strategic"] = AnswerText.StageStrategic,
        ["debt"] = AnswerText.StageDebt,
        ["convertible"] = AnswerText.StageConvertible,
        ["secondary"] = AnswerText.StageSecondary,
        ["grant"] = AnswerText.StageGrant,
        ["acquisition"] = AnswerText.StageAcquisition,
        ["ipo"] = AnswerText.StageIpo,
    };

    /// <summary>A stage without a display name (added by an admin) is shown as is.</summary>
    public static string Of(string stage, AnswerTexts texts)
    {
        if (stage.EndsWith(Extension, StringComparison.Ordinal))
        {
            return texts.Of(AnswerText.StageExtension, Of(stage[..^Extension.Length], texts));
        }

        return Names.TryGetValue(stage, out var name) ? texts[name]
            : stage.StartsWith(Series, StringComparison.Ordinal) ? texts.Of(AnswerText.StageSeries, stage[Series.Length..].ToUpperInvariant())
            : stage;
    }
}
