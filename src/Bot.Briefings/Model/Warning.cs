namespace Bot.Briefings.Model;

/// <summary>Something in the document that the reader could not use as written, or that its author should check.</summary>
/// <param name="Code">One of the fixed codes of <see cref="WarningCodes"/>.</param>
/// <param name="Detail">Free text: the words concerned.</param>
public sealed record Warning(string Code, string Detail, TextPosition Position);

/// <summary>The fixed warning codes.</summary>
public static class WarningCodes
{
    public const string MissingTitle = "missing-title";
    public const string MultipleTitles = "multiple-titles";
    public const string DateNotInTitle = "date-not-in-title";
    public const string MissingReferences = "missing-references";
    public const string UnknownSection = "unknown-section";
    public const string EmptySection = "empty-section";
    public const string DanglingCitation = "dangling-citation";
    public const string DuplicateReferenceNumber = "duplicate-reference-number";
    public const string ReferenceNumberGap = "reference-number-gap";
    public const string ReferenceWithoutNumber = "reference-without-number";
    public const string MalformedReference = "malformed-reference";
    public const string UnsafeLink = "unsafe-link";
    public const string MentionInjection = "mention-injection";
    public const string RawHtml = "raw-html";
    public const string RaggedTableRow = "ragged-table-row";
    public const string UnparsedAmount = "unparsed-amount";
    public const string InvisibleCharacters = "invisible-characters";

    public const string NothingUnderstood = "nothing-understood";

    /// <summary>A block that exceeds a limit in <see cref="ReadLimits"/> was kept as plain text. Not one of the schema's codes.</summary>
    public const string BlockTooComplex = "block-too-complex";
}
