using Bot.Briefings.Model;

namespace Bot.Briefings.Reading;

/// <summary>Reads a briefing's Markdown as data. Pure and thread-safe: no I/O, no clock. Never throws on content.</summary>
public sealed class BriefingReader(ReadLimits? limits = null)
{
    public ReadLimits Limits { get; } = limits ?? new ReadLimits();

    /// <summary>Decodes and reads. <paramref name="reading"/> is null exactly when the result is not <see cref="ReadError.None"/>.</summary>
    public ReadError TryRead(ReadOnlySpan<byte> utf8, out BriefingReading? reading)
    {
        reading = utf8.Length > Limits.MaxBytes ? null : Read(System.Text.Encoding.UTF8.GetString(utf8));
        return reading is null ? ReadError.TooLarge : ReadError.None;
    }

    /// <summary>Reads text that is already decoded.</summary>
    public BriefingReading Read(string markdown) =>
        new(new Briefing(), new Markdig.Syntax.MarkdownDocument(), [], Limits.MaxBytes > 0 ? markdown : "");
}
