using System.Globalization;
using Bot.Briefings.Citations;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Posts;

/// <summary>The small line that names the sources a post cites (messages.md, rule 7): <c>出典 [8] CNBC・[9] LMArena Blog</c>.</summary>
public static class SourcesLine
{
    /// <summary>Each source once, in order of first citation; null if the blocks cite nothing that has a reference.</summary>
    public static RoleBlock? For(IEnumerable<Block> blocks, Locale locale)
    {
        var sources = new Dictionary<int, Reference>();
        foreach (var citation in blocks.SelectMany(Walk.Inlines<CitationInline>))
        {
            foreach (var (number, source) in citation.Numbers.Zip(citation.Sources))
            {
                if (source is not null)
                {
                    sources.TryAdd(number, source);
                }
            }
        }

        return sources.Count == 0 ? null : Of(sources, locale);
    }

    private static RoleBlock Of(Dictionary<int, Reference> sources, Locale locale)
    {
        var texts = Texts.In(locale);
        var inlines = new List<Inline> { Nodes.Text(texts["Sources"] + " ") };
        foreach (var (number, source) in sources)
        {
            if (inlines.Count > 1)
            {
                inlines.Add(Nodes.Text(texts.Separator));
            }

            var name = string.Join(' ', [$"[{number.ToString(CultureInfo.InvariantCulture)}]", .. Name(source)]);
            inlines.Add(SafeUrl.Of(source.Url) is { } url ? Nodes.Link(url, name) : Nodes.Text(name));
        }

        return Nodes.Role(BlockRole.Sources, Nodes.Paragraph(inlines));
    }

    /// <summary>Publisher, else title, else the host of the address.</summary>
    private static IEnumerable<string> Name(Reference source)
    {
        var name = source.Publisher ?? source.Title ?? (SafeUrl.Of(source.Url) is { } url ? new Uri(url).Host : null);
        return name is null ? [] : [Invisible.Drop(name)];
    }
}
