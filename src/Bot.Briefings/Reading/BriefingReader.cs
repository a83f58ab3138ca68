using System.Text;
using Markdig;

namespace Bot.Briefings.Reading;

/// <summary>Reads a briefing's Markdown as data. Pure and thread-safe: no I/O, no clock. Never throws on content.</summary>
public sealed class BriefingReader(Vocabulary? vocabulary = null, ReadLimits? limits = null)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Vocabulary _vocabulary = vocabulary ?? Vocabulary.Default;

    public ReadLimits Limits { get; } = limits ?? new ReadLimits();

    /// <summary>Decodes and reads. <paramref name="reading"/> is null exactly when the result is not <see cref="ReadError.None"/>.</summary>
    public ReadError TryRead(ReadOnlySpan<byte> utf8, out BriefingReading? reading)
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

        reading = Read(text);
        return ReadError.None;
    }

    /// <summary>Reads text that is already decoded.</summary>
    public BriefingReading Read(string markdown)
    {
        var source = markdown.StartsWith('\uFEFF') ? markdown[1..] : markdown;
        var document = Markdown.Parse(source, BriefingPipeline.Instance);
        return new DocumentReader(new ReadingContext(source, _vocabulary), document).Read();
    }
}
