using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Bot.Briefings.Model;

namespace Bot.Archive.Saving;

/// <summary>
/// <see cref="Entities.StoredItem.Data"/>: an entry of the briefing as JSON. Property names are the model's in camel
/// case, enums are written by name, nulls omitted, decimals exact.
/// </summary>
public static class EntryJson
{
    // Goes into a database column, not a page, so Japanese stays unescaped at a third of the size.
    private static readonly EntryJsonContext Context = new(
        new JsonSerializerOptions(EntryJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
    );

    public static string Write(NewsItem entry) => JsonSerializer.Serialize(entry, Context.NewsItem);

    public static string Write(FundingRound entry) => JsonSerializer.Serialize(entry, Context.FundingRound);

    public static string Write(Outlook entry) => JsonSerializer.Serialize(entry, Context.Outlook);

    public static string Write(DeepDive entry) => JsonSerializer.Serialize(entry, Context.DeepDive);

    public static string Write(ComparisonRow entry) => JsonSerializer.Serialize(entry, Context.ComparisonRow);

    public static string Write(Insight entry) => JsonSerializer.Serialize(entry, Context.Insight);

    public static string Write(Reference entry) => JsonSerializer.Serialize(entry, Context.Reference);

    public static string Write(RunningText entry) => JsonSerializer.Serialize(entry, Context.RunningText);

    public static RunningText ReadText(string data) => Read(data, Context.RunningText);

    public static NewsItem ReadNews(string data) => Read(data, Context.NewsItem);

    public static FundingRound ReadFunding(string data) => Read(data, Context.FundingRound);

    public static Outlook ReadOutlook(string data) => Read(data, Context.Outlook);

    public static DeepDive ReadDeepDive(string data) => Read(data, Context.DeepDive);

    public static ComparisonRow ReadComparisonRow(string data) => Read(data, Context.ComparisonRow);

    public static Insight ReadInsight(string data) => Read(data, Context.Insight);

    public static Reference ReadReference(string data) => Read(data, Context.Reference);

    private static T Read<T>(string data, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(data, type) ?? throw new JsonException("The stored entry is null.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(NewsItem))]
[JsonSerializable(typeof(FundingRound))]
[JsonSerializable(typeof(Outlook))]
[JsonSerializable(typeof(DeepDive))]
[JsonSerializable(typeof(ComparisonRow))]
[JsonSerializable(typeof(Insight))]
[JsonSerializable(typeof(Reference))]
[JsonSerializable(typeof(RunningText))]
internal sealed partial class EntryJsonContext : JsonSerializerContext;
