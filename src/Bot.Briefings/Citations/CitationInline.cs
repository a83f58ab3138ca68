using Bot.Briefings.Model;
using Markdig.Syntax.Inlines;

namespace Bot.Briefings.Citations;

/// <summary>A citation mark in any form: [3], [3, 4], [3-5], 【3】, ［３］, [3](url), &lt;sup&gt;[3]&lt;/sup&gt;.</summary>
public sealed class CitationInline : LeafInline
{
    /// <summary>Cited numbers in order, ranges expanded.</summary>
    public required IReadOnlyList<int> Numbers { get; init; }

    /// <summary>The author's own link on the mark ([3](url)); null if none or not http(s).</summary>
    public string? Url { get; init; }

    /// <summary>The author's own link as written, whatever its scheme; null if none.</summary>
    public string? WrittenUrl { get; init; }

    /// <summary>
    /// The sources, parallel to <see cref="Numbers"/>; null for a number without a reference. Set when the tree is joined with its
    /// briefing's references; a renderer shows a null one as the plain number without a link.
    /// </summary>
    public IReadOnlyList<Reference?> Sources { get; set; } = [];
}
