using System.Text.Json.Nodes;

namespace Bot.Emulators.Slack.Blocks;

/// <summary>Checks one existing value and records what is wrong.</summary>
internal delegate void Rule(JsonNode node, string pointer, Findings findings);
