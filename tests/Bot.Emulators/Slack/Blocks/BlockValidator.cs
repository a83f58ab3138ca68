using System.Text.Json.Nodes;
using Bot.Emulators.Slack.Api;

namespace Bot.Emulators.Slack.Blocks;

/// <summary>Judges blocks as Slack does: one that is wrong refuses the whole message.</summary>
public static class BlockValidator
{
    private const int MostInMessage = 50;
    private const int MostInView = 100;

    /// <returns>The refusal, or null.</returns>
    internal static ApiResult? Check(JsonArray blocks, Surface surface, BlockRules rules, bool hasBudget = true)
    {
        var problems = new List<string>();
        var most = surface == Surface.Message ? MostInMessage : MostInView;
        if (blocks.Count > most)
        {
            problems.Add($"no more than {most} items allowed [json-pointer:/blocks]");
        }

        return problems.Count > 0 ? ApiResult.Invalid("invalid_blocks", problems) : null;
    }
}
