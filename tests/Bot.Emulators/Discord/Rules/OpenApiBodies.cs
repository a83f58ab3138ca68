using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.Rules;

public sealed class OpenApiBodies
{
    public static OpenApiBodies? Find() => null;

    public void Verify(string schema, JsonNode? body)
    {
    }
}
