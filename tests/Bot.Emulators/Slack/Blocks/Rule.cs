using System.Text.Json.Nodes;

namespace Bot.Emulators.Slack.Blocks;

/// <summary>Looks at one value that is there, and notes what is wrong.</summary>
internal delegate void Rule(JsonNode node, string pointer, Findings findings);
