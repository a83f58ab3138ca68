using System.Text.Json.Nodes;
using Bot.Configuration;
using Bot.Tests.Infrastructure;
using Json.Schema;

namespace Bot.Tests.Configuration;

public sealed class ConfigurationSchemaTests
{
    private static readonly string File = Path.Combine(SourceTree.Root, "appsettings.schema.json");
    private static readonly string Example = System.IO.File.ReadAllText(Path.Combine(SourceTree.Root, "appsettings.example.json"));
    private static readonly JsonSchema Schema = JsonSchema.FromText(ConfigurationSchema.Json);

    [Fact]
    public async Task The_file_for_editors_is_what_the_verb_prints()
    {
        using var bench = new Bench();

        var printed = await bench.RunAsync("schema");

        Assert.Equal(0, printed.Code);
        Assert.True(
            System.IO.File.ReadAllText(File) == printed.Output.ReplaceLineEndings("\n"),
            "appsettings.schema.json is stale: dotnet run --project src/Bot -- schema > appsettings.schema.json"
        );
    }

    [Fact]
    public void The_example_fits_it() => Assert.True(Fits(Example));

    [Theory]
    [InlineData("""{ "Web": { "Urll": "http://127.0.0.1" } }""")]
    [InlineData("""{ "Delivery": { "Sweep": "soon" } }""")]
    [InlineData("""{ "Delivery": { "MostPosts": "many" } }""")]
    [InlineData("""{ "Database": { "Provider": "Oracle" } }""")]
    [InlineData("""{ "Series": { "Key": "a" } }""")]
    [InlineData("""{ "Logging": { "LogLevel": { "Bot": "Loud" } } }""")]
    [InlineData("""{ "Nothing": 1 }""")]
    public void What_the_start_would_refuse_does_not(string json) => Assert.False(Fits(json));

    private static bool Fits(string json) =>
        Schema
            .Evaluate(
                JsonNode.Parse(
                    json,
                    documentOptions: new() { CommentHandling = System.Text.Json.JsonCommentHandling.Skip, AllowTrailingCommas = true }
                )
            )
            .IsValid;
}
