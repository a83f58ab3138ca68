using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Bot.Briefings.Inspection;
using Bot.Chat;

namespace Bot.Intake;

/// <summary>A receipt for a program to read.</summary>
public static class ReceiptJson
{
    public static string Render(Receipt receipt, Locale locale) => JsonSerializer.Serialize(Of(receipt, locale), Context.Document);

    internal static JsonTypeInfo<ReceiptDocument> Document => Context.Document;

    internal static ReceiptDocument Of(Receipt receipt, Locale locale) =>
        new(
            receipt.Name,
            receipt.Status,
            receipt.DryRun,
            receipt.Series,
            receipt.Date,
            receipt.Edition,
            receipt.Revision,
            receipt.Title,
            receipt.Refusal,
            receipt.Reason?.In(locale),
            [.. receipt.Notes.Select(note => note.In(locale))],
            receipt.Counts,
            receipt.Sections,
            [
                .. receipt.Warnings.Select(warning => new ReceiptWarning(
                    warning.Position.Line,
                    warning.Position.Column,
                    warning.Code,
                    warning.Detail
                )),
            ],
            receipt.Changes,
            [.. receipt.Corrections.Select(told => told.In(locale))],
            receipt.Deliveries,
            receipt.Posts,
            receipt.Unplaced
        );

    private static ReceiptContext Context { get; } =
        new(new JsonSerializerOptions(ReceiptContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

/// <summary>The receipt's shape on the wire.</summary>
internal sealed record ReceiptDocument(
    string Name,
    ReceiptStatus Status,
    bool DryRun,
    string? Series,
    DateOnly? Date,
    string Edition,
    int? Revision,
    string? Title,
    Refusal? Refusal,
    string? Reason,
    IReadOnlyList<string> Notes,
    ReceiptCounts Counts,
    IReadOnlyList<ReceiptSection> Sections,
    IReadOnlyList<ReceiptWarning> Warnings,
    IReadOnlyList<ReceiptChange> Changes,
    IReadOnlyList<string> Corrections,
    IReadOnlyList<ReceiptDelivery> Deliveries,
    IReadOnlyList<ReceiptPost> Posts,
    IReadOnlyList<UnplacedLine> Unplaced
);

internal sealed record ReceiptWarning(int Line, int Column, string Code, string Detail);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    Converters = [typeof(KebabEnum<ReceiptStatus>), typeof(KebabEnum<Refusal>), typeof(KebabEnum<ChangeKind>), typeof(KebabEnum<PostFate>)]
)]
[JsonSerializable(typeof(ReceiptDocument), TypeInfoPropertyName = "Document")]
internal sealed partial class ReceiptContext : JsonSerializerContext;

/// <summary>Enum names in kebab case: <c>not-utf8</c>.</summary>
internal sealed class KebabEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
