using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Benchmarks.Fanout;

/// <summary>What a harness asks to be posted: to each channel the root, and the sections below it, in order.</summary>
/// <param name="Platform"><c>discord</c> or <c>slack</c>.</param>
/// <param name="Title">Of the thread, where threads have names.</param>
internal sealed record FanoutJob(string Platform, IReadOnlyList<string> Channels, string Title, string Root, IReadOnlyList<string> Sections)
{
    /// <summary>The job that the environment names (FANOUT_JOB).</summary>
    public static FanoutJob FromEnvironment() =>
        JsonSerializer.Deserialize(File.ReadAllText(Variable("FANOUT_JOB")), FanoutJson.Default.FanoutJob)
        ?? throw new InvalidOperationException("FANOUT_JOB holds no job.");

    public static string Variable(string name) =>
        Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set.");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FanoutJob))]
internal sealed partial class FanoutJson : JsonSerializerContext;
