using Markdig.Parsers;

namespace Bot.Briefings.Markup;

/// <summary>
/// HTML blocks for comments and for elements whose content is not text (script, style). Any other tag stays an inline, so that the
/// Markdown on its line and below it is still read.
/// </summary>
internal sealed class SilentHtmlBlockParser : HtmlBlockParser
{
    private static readonly string[] Openers = ["<!--", "<script", "<style", "<pre", "<textarea"];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line.AsSpan();
        foreach (var opener in Openers)
        {
            if (line.StartsWith(opener, StringComparison.OrdinalIgnoreCase))
            {
                return base.TryOpen(processor);
            }
        }

        return BlockState.None;
    }
}
