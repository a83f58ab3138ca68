using System.Text.Json;

namespace Bot.Archive.Queries;

internal static class EntryData
{
    public static T Read<T>(string data) => JsonSerializer.Deserialize<T>(data)!;
}
