using Markdig;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;

namespace Bot.Briefings.Citations;

/// <summary>Adds <see cref="CitationParser"/> to a pipeline. Each platform has its own rendering.</summary>
public sealed class CitationExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        if (!pipeline.InlineParsers.Contains<CitationParser>())
        {
            pipeline.InlineParsers.InsertBefore<LinkInlineParser>(new CitationParser());
        }
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }
}
