using System.Text.Json.Nodes;

namespace Bot.Emulators.Slack.Blocks;

/// <summary>An object and its fields. Unknown fields are refused, as Slack does.</summary>
internal sealed class Shape
{
    private readonly Dictionary<string, Rule> _fields = new() { ["type"] = Rules.Anything };
    private readonly HashSet<string> _required = [];
    private readonly List<Rule> _more = [];

    public static implicit operator Rule(Shape shape) => shape.Check;

    public Shape Needs(string name, Rule rule)
    {
        _required.Add(name);
        return Takes(name, rule);
    }

    public Shape Takes(string name, Rule rule)
    {
        _fields[name] = rule;
        return this;
    }

    /// <summary>Exactly one, or at least one, of several.</summary>
    public Shape NeedsOne(bool exactly, params string[] names)
    {
        _more.Add(
            (node, pointer, findings) =>
            {
                var count = names.Count(name => node[name] is not null);
                if (count == 0)
                {
                    findings.Add(pointer, $"missing required field: {string.Join(" or ", names)}");
                }
                else if (exactly && count > 1)
                {
                    findings.Add(pointer, $"must match exactly one of: {string.Join(", ", names)}");
                }
            }
        );
        return this;
    }

    public Shape Also(Rule rule)
    {
        _more.Add(rule);
        return this;
    }

    private void Check(JsonNode node, string pointer, Findings findings)
    {
        if (node is not JsonObject json)
        {
            findings.Add(pointer, "must provide an object");
            return;
        }

        foreach (var name in _required.Where(name => json[name] is null))
        {
            findings.Add(pointer, $"missing required field: {name}");
        }

        foreach (var (name, value) in json)
        {
            if (!_fields.TryGetValue(name, out var rule))
            {
                findings.Add(pointer, $"invalid additional property: {name}");
            }
            else if (value is not null)
            {
                rule(value, $"{pointer}/{name}", findings);
            }
        }

        _more.ForEach(rule => rule(node, pointer, findings));
    }
}
