using Bot.Briefings.Citations;
using Bot.Briefings.Markup;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Parsers;

namespace Bot.Briefings;

/// <summary>
/// The bot's only Markdig configuration: pipe tables, emphasis that works between CJK characters, exact source positions, ~~struck~~ text
/// and citations. Raw HTML is recognised so that it can be reported; nothing renders it. Parses fragments (one entry, one cell) as well as
/// whole documents.
/// </summary>
public static class BriefingPipeline
{
    public static MarkdownPipeline Instance { get; } = Build();

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePreciseSourceLocation()
            .UsePipeTables()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseCjkFriendlyEmphasis();
        builder.Extensions.AddIfNotAlready<CitationExtension>();
        builder.BlockParsers.Replace<HtmlBlockParser>(new SilentHtmlBlockParser());
        return builder.Build();
    }
}
