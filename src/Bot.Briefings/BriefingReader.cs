using System.Text;
using Bot.Briefings.Model;
using Bot.Briefings.Outlines;
using Bot.Briefings.Reading;
using Markdig;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Briefings;

/// <summary>Reads a briefing's Markdown as data. Pure and thread-safe: no I/O, no clock. Never throws on content.</summary>
public sealed class BriefingReader(Vocabulary? vocabulary = null, ReadLimits? limits = null)
{
    /// <summary>
    /// Increases whenever the same text is read differently, or more of it is stored; stored readings record their version.
    /// </summary>
    public const int Version = 10;

    /// <summary>Identifies the rules and words with which a document was read: documents with a different stamp are read again.</summary>
    public string Stamp => field ??= string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Version}:{_vocabulary.Hash}");

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Has no state but its words, so that all documents share it.</summary>
    private Funding.FundingReader Rounds => field ??= new Funding.FundingReader(_vocabulary);

    private readonly Vocabulary _vocabulary = vocabulary ?? Vocabulary.Default;

    public ReadLimits Limits { get; } = limits ?? new ReadLimits();

    /// <summary>Reads what people ask for with the same words.</summary>
    public Funding.FundingTerms Terms => field ??= new Funding.FundingTerms(_vocabulary);

    /// <summary>
    /// Decodes and reads. <paramref name="reading"/> is null exactly when the result is not <see cref="ReadError.None"/>.
    /// </summary>
    /// <param name="utf8">The document.</param>
    /// <param name="reading">The result.</param>
    /// <param name="fileName">Name or path of its file, which may give date and edition if the text does not.</param>
    /// <param name="day">The day it covers, overriding the document.</param>
    public ReadError TryRead(ReadOnlySpan<byte> utf8, out BriefingReading? reading, string? fileName = null, DateOnly? day = null)
    {
        reading = null;
        if (utf8.Length > Limits.MaxBytes)
        {
            return ReadError.TooLarge;
        }

        string text;
        try
        {
            text = Strict.GetString(utf8);
        }
        catch (DecoderFallbackException)
        {
            return ReadError.NotUtf8;
        }

        if (text.AsSpan().Trim('\uFEFF').IsWhiteSpace())
        {
            return ReadError.Empty;
        }

        reading = Read(text, fileName, day);
        return ReadError.None;
    }

    /// <summary>Reads text that is already decoded. Lone surrogates, which decoded UTF-8 never has, become U+FFFD.</summary>
    public BriefingReading Read(string markdown, string? fileName = null, DateOnly? day = null)
    {
        var source = SourceText.Of(markdown);
        var context = new ReadingContext(source.Parsed, _vocabulary, new Text.SourceMap(source.Parsed));
        var document = Parse(source.Parsed, context);
        return new DocumentReader(context, document, source, fileName, day, Rounds).Read();
    }

    /// <summary>A text's syntax tree, with whatever exceeds a limit as plain text.</summary>
    private MarkdownDocument Parse(string source, ReadingContext context)
    {
        var guard = new ComplexityGuard(source, Limits);
        guard.Scan();
        foreach (var region in guard.Regions)
        {
            context.Warn(WarningCodes.BlockTooComplex, region.Reason, FirstWord(source, region));
        }

        if (guard.Regions.Count == 0)
        {
            return TryParse(source) ?? Plain(new MarkdownDocument(), source, 0);
        }

        var document = TryParse(MaskedText.Mask(source, guard.ParsedLength, guard.Regions));
        if (document is null)
        {
            return Plain(new MarkdownDocument(), source, 0);
        }

        MaskedText.Restore(document, source);
        return guard.ParsedLength < source.Length ? Plain(document, source, guard.ParsedLength) : document;
    }

    /// <summary>Null if the text is nested deeper than Markdig allows in a way that the guard does not detect.</summary>
    private static MarkdownDocument? TryParse(string text)
    {
        try
        {
            return Markdown.Parse(text, BriefingPipeline.Instance);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Appends the text from <paramref name="start"/> as one paragraph of plain text.</summary>
    private static MarkdownDocument Plain(MarkdownDocument document, string source, int start)
    {
        var span = new SourceSpan(start, source.Length - 1);
        var inlines = new ContainerInline { Span = span };
        inlines.AppendChild(new LiteralInline(new StringSlice(source, start, source.Length - 1)) { Span = span });
        document.Add(new ParagraphBlock { Span = span, Inline = inlines });
        document.Span = new SourceSpan(0, source.Length - 1);
        return document;
    }

    private static int FirstWord(string source, PlainRegion region)
    {
        var at = region.Start;
        while (at < region.End - 1 && char.IsWhiteSpace(source[at]))
        {
            at++;
        }

        return at;
    }
}
