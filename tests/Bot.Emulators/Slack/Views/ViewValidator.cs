using System.Text.Json.Nodes;
using Bot.Emulators.Slack.Api;
using Bot.Emulators.Slack.Blocks;

namespace Bot.Emulators.Slack.Views;

/// <summary>Validates a view (https://docs.slack.dev/reference/views/modal-views).</summary>
internal static class ViewValidator
{
    private const int LargestBytes = 250_000;

    private static readonly Shape Modal = Begin()
        .Needs("title", TextObjects.Plain(24))
        .Takes("submit", TextObjects.Plain(24))
        .Takes("close", TextObjects.Plain(24))
        .Takes("clear_on_close", Rules.Flag)
        .Takes("notify_on_close", Rules.Flag)
        .Takes("submit_disabled", Rules.Flag)
        .Also(SubmitForInputs);

    private static readonly Rule Any = Rules.Typed(new Dictionary<string, Rule> { ["modal"] = Modal, ["home"] = Begin() });

    /// <returns>The refusal, or null.</returns>
    public static ApiResult? Check(JsonObject view, BlockRules rules)
    {
        var problems = Find(view, rules).Select(finding => finding.ToString()).ToList();
        return problems.Count > 0 ? ApiResult.Fail("invalid_arguments", problems)
            : System.Text.Encoding.UTF8.GetByteCount(view.ToJsonString()) > LargestBytes ? ApiResult.Fail("view_too_large")
            : null;
    }

    public static IReadOnlyList<Findings.Finding> Find(JsonObject view, BlockRules rules)
    {
        var findings = new Findings(rules);
        Any(view, "/view", findings);
        var surface = view["type"]?.ToString() == "home" ? Surface.Home : Surface.Modal;
        return view["blocks"] is JsonArray blocks
            ? [.. findings.All, .. BlockValidator.Find(blocks, surface, rules, "/view/blocks")]
            : findings.All;
    }

    private static Shape Begin() =>
        new Shape()
            .Needs("blocks", Rules.Anything)
            .Takes("private_metadata", Rules.Text(3000, 0))
            .Takes("callback_id", Rules.Text(255, 0))
            .Takes("external_id", Rules.Text(255, 0));

    private static void SubmitForInputs(JsonNode view, string pointer, Findings findings)
    {
        if (view["submit"] is null && view["blocks"] is JsonArray blocks && blocks.Any(block => block?["type"]?.ToString() == "input"))
        {
            findings.Add(pointer + "/submit", "missing required field: submit");
        }
    }
}
