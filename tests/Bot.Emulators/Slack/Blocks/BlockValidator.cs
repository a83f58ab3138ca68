using System.Text.Json.Nodes;
using Bot.Emulators.Slack.Api;

namespace Bot.Emulators.Slack.Blocks;

/// <summary>Validates blocks like Slack: one invalid block refuses the whole message.</summary>
internal static class BlockValidator
{
    private const int MostInMessage = 50;
    private const int MostInView = 100;

    /// <summary>For all markdown blocks together (https://docs.slack.dev/reference/block-kit/blocks/markdown-block).</summary>
    private const int MostMarkdown = 12_000;

    private const int MostInTables = 10_000;
    private const int MostInDataTables = 20_000;
    private const int MostCharts = 2;

    /// <returns>The refusal, or null.</returns>
    public static ApiResult? Check(JsonArray blocks, Surface surface, BlockRules rules, bool hasBudget = true)
    {
        var findings = Find(blocks, surface, rules, "/blocks");
        if (findings.Count > 0)
        {
            return ApiResult.Invalid("invalid_blocks", [.. findings.Select(finding => finding.ToString())]);
        }

        if (Total(blocks, "markdown", block => BlockMeasure.Length(block["text"])) > MostMarkdown)
        {
            return ApiResult.Fail("msg_too_long");
        }

        // Slack's error for too many tables mentions attachments.
        var tables = Of(blocks, "table").Count() + Of(blocks, "data_table").Count();
        if (surface == Surface.Message && tables > rules.TablesPerMessage)
        {
            return ApiResult.Fail("invalid_attachments", "only_one_table_allowed");
        }

        return hasBudget && surface == Surface.Message && BlockMeasure.Cost(blocks, rules.ContainerCost) > rules.Budget
            ? ApiResult.Fail("msg_blocks_too_long")
            : null;
    }

    public static IReadOnlyList<Findings.Finding> Find(JsonArray blocks, Surface surface, BlockRules rules, string pointer)
    {
        var findings = new Findings(rules);
        Rules.List(surface == Surface.Message ? MostInMessage : MostInView, BlockTable.For(surface), min: 0)(blocks, pointer, findings);
        Unique(blocks, pointer, findings);
        foreach (var (type, most) in new[] { ("table", MostInTables), ("data_table", MostInDataTables) })
        {
            if (Total(blocks, type, block => BlockMeasure.Characters(block["rows"])) > most)
            {
                findings.Add(pointer, $"no more than {most} characters allowed in all {type} blocks");
            }
        }

        if (Of(blocks, "data_visualization").Count() > MostCharts)
        {
            findings.Add(pointer, $"no more than {MostCharts} data_visualization blocks allowed");
        }

        return findings.All;
    }

    private static void Unique(JsonArray blocks, string pointer, Findings findings)
    {
        var ids = new HashSet<string>();
        for (var at = 0; at < blocks.Count; at++)
        {
            if (blocks[at] is not JsonObject block)
            {
                continue;
            }

            if (block["block_id"] is JsonValue id && !ids.Add(id.ToString()))
            {
                findings.Add($"{pointer}/{at}/block_id", $"block_id {id} already exists");
            }

            var actions = (block["elements"] as JsonArray ?? [])
                .OfType<JsonObject>()
                .Select(element => element["action_id"]?.ToString())
                .OfType<string>()
                .ToList();
            if (block["type"]?.ToString() == "actions" && actions.Distinct().Count() != actions.Count)
            {
                findings.Add($"{pointer}/{at}/elements", "action_id already exists");
            }
        }
    }

    private static IEnumerable<JsonObject> Of(JsonArray blocks, string type) =>
        blocks.OfType<JsonObject>().Where(block => block["type"] is JsonValue value && value.ToString() == type);

    private static int Total(JsonArray blocks, string type, Func<JsonObject, int> measure) => Of(blocks, type).Sum(measure);
}
