using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Emulators.Slack.Blocks;

/// <summary>Rules for single values. Lengths count UTF-16 code units, the strictest reading of "characters" for Japanese text.</summary>
internal static class Rules
{
    public static Rule Anything { get; } = (_, _, _) => { };

    public static Rule Flag { get; } =
        (node, pointer, findings) =>
        {
            if (node.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
            {
                findings.Add(pointer, "must be a boolean");
            }
        };

    public static Rule Text(int max, int min = 1) =>
        (node, pointer, findings) =>
        {
            if (node.GetValueKind() != JsonValueKind.String)
            {
                findings.Add(pointer, "must be a string");
                return;
            }

            var length = node.GetValue<string>().Length;
            if (length > max)
            {
                findings.Add(pointer, $"must be less than {max + 1} characters");
            }
            else if (length < min)
            {
                findings.Add(pointer, $"must be more than {min - 1} characters");
            }
        };

    /// <summary>An address Slack would open.</summary>
    public static Rule Address(int max = 3000) =>
        (node, pointer, findings) =>
        {
            Text(max)(node, pointer, findings);
            if (node.GetValueKind() == JsonValueKind.String && !Uri.TryCreate(node.GetValue<string>(), UriKind.Absolute, out _))
            {
                findings.Add(pointer, "must be a valid url");
            }
        };

    public static Rule Number(double min = double.MinValue, double max = double.MaxValue) =>
        (node, pointer, findings) =>
        {
            if (
                node.GetValueKind() != JsonValueKind.Number
                || node.AsValue().GetValue<double>() is var number && (number < min || number > max)
            )
            {
                findings.Add(pointer, string.Create(CultureInfo.InvariantCulture, $"must be a number from {min} to {max}"));
            }
        };

    public static Rule OneOf(params string[] values) =>
        (node, pointer, findings) =>
        {
            if (node.GetValueKind() != JsonValueKind.String || !values.Contains(node.GetValue<string>()))
            {
                findings.Add(pointer, $"must be a valid enum value ({string.Join(", ", values)})");
            }
        };

    public static Rule List(int max, Rule item, int min = 1) =>
        (node, pointer, findings) =>
        {
            if (node is not JsonArray array)
            {
                findings.Add(pointer, "must be an array");
                return;
            }

            if (array.Count > max)
            {
                findings.Add(pointer, $"no more than {max} items allowed");
            }
            else if (array.Count < min)
            {
                findings.Add(pointer, $"no fewer than {min} items allowed");
            }

            for (var at = 0; at < array.Count; at++)
            {
                if (array[at] is { } value)
                {
                    item(value, $"{pointer}/{at}", findings);
                }
                else
                {
                    findings.Add($"{pointer}/{at}", "must provide an object");
                }
            }
        };

    /// <summary>Objects identified by <c>type</c>.</summary>
    public static Rule Typed(IReadOnlyDictionary<string, Rule> types) =>
        (node, pointer, findings) =>
        {
            if (node is not JsonObject json)
            {
                findings.Add(pointer, "must provide an object");
            }
            else if (json["type"] is not JsonValue value || value.GetValueKind() != JsonValueKind.String)
            {
                findings.Add(pointer, "missing required field: type");
            }
            else if (
                findings.Rules.Unsupported.Contains(value.GetValue<string>()) || !types.TryGetValue(value.GetValue<string>(), out var rule)
            )
            {
                findings.Add(pointer + "/type", $"unsupported type: {value.GetValue<string>()}");
            }
            else
            {
                rule(json, pointer, findings);
            }
        };

    public static Rule Both(Rule first, Rule second) =>
        (node, pointer, findings) =>
        {
            first(node, pointer, findings);
            second(node, pointer, findings);
        };
}
