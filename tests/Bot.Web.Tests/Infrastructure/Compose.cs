using System.Text.RegularExpressions;
using Bot.Briefings.Citations;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Messages;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Web.Tests.Infrastructure;

/// <summary>Messages like the composer's, from Markdown in which <c>§8§</c> is a citation.</summary>
public static partial class Compose
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseEmphasisExtras()
        .UseCjkFriendlyEmphasis()
        .Build();

    public static Message Message(params IEnumerable<Block> blocks)
    {
        var body = new MarkdownDocument();
        foreach (var block in blocks)
        {
            body.Add(block);
        }

        return new Message(body) { Locale = Locale.Japanese };
    }

    /// <summary>Detached blocks, as the author wrote them.</summary>
    public static IReadOnlyList<Block> Text(string markdown, params IEnumerable<Reference> sources) => Text(markdown, Pipeline, sources);

    public static IReadOnlyList<Block> Text(string markdown, MarkdownPipeline pipeline, params IEnumerable<Reference> sources)
    {
        var document = Markdown.Parse(markdown, pipeline);
        var known = sources.ToList();
        foreach (var literal in document.Descendants<LiteralInline>().ToList())
        {
            Cite(literal, known);
        }

        var blocks = document.ToList();
        foreach (var block in blocks)
        {
            document.Remove(block);
        }

        return blocks;
    }

    public static RoleBlock Role(BlockRole role, params IEnumerable<Block> blocks)
    {
        var container = new RoleBlock(role);
        foreach (var block in blocks)
        {
            container.Add(block);
        }

        return container;
    }

    public static RoleBlock Headline(int level, string text) => Role(BlockRole.Headline, Text($"{new string('#', level)} {text}"));

    public static RoleBlock Small(string text, params IEnumerable<Reference> sources) => Role(BlockRole.Small, Text(text, sources));

    public static RoleBlock Line(string heading, string? names = null) =>
        Role(BlockRole.ContentsLine, [.. Text(heading), .. names is null ? [] : Text(names)]);

    private static void Cite(LiteralInline literal, List<Reference> sources)
    {
        var text = literal.Content.ToString();
        Inline last = literal;
        var at = 0;
        foreach (Match match in Mark().Matches(text))
        {
            var before = new LiteralInline(text[at..match.Index]);
            var numbers = match.Groups[1].Value.Split(',').Select(int.Parse).ToList();
            var citation = new CitationInline
            {
                Numbers = numbers,
                Sources = numbers.ConvertAll(number => sources.Find(source => source.Number == number)),
            };
            last.InsertAfter(before);
            before.InsertAfter(citation);
            last = citation;
            at = match.Index + match.Length;
        }

        if (at > 0)
        {
            last.InsertAfter(new LiteralInline(text[at..]));
            literal.Remove();
        }
    }

    [GeneratedRegex("§([0-9,]+)§")]
    private static partial Regex Mark();
}
