using System.Runtime.InteropServices;
using Bot.Briefings.Outlines;
using Bot.Briefings.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Briefings.Entries;

/// <summary>Counts the bold labels and sub-headings of a document: a recurring one (WHO/WHAT:, 概要) is a detail of its entry.</summary>
internal sealed class LabelCensus
{
    /// <summary>This many sections with the same label are stories in the same form.</summary>
    private const int ManySections = 3;

    private const int Longest = 60;

    private readonly PlainText _plain = new();
    private readonly Dictionary<string, List<(int Section, int Count)>> _labels = [];

    public LabelCensus(IEnumerable<OutlineSection> sections)
    {
        foreach (var section in sections)
        {
            foreach (var block in section.Blocks)
            {
                Count(block, section.Order);
            }
        }
    }

    public bool Recurs(string label, int section)
    {
        return _labels.TryGetValue(Key(label), out var all)
            && (all.Count >= ManySections || all.Exists(seen => seen.Section == section && seen.Count > 1));
    }

    public string LabelOf(ContainerInline inlines) => OpeningWords.TrimLabel(_plain.Take(inlines));

    private void Count(Block block, int section)
    {
        switch (block)
        {
            case HeadingBlock { Inline: { } heading }:
                Add(heading, section);
                break;
            case ParagraphBlock { Inline: { } inlines } when OpeningWords.Bold(inlines) is { } bold:
                Add(bold, section);
                break;
            case ListBlock list:
                for (var i = 0; i < list.Count; i++)
                {
                    if (list[i] is ListItemBlock { Count: > 0 } item && item[0] is ParagraphBlock first)
                    {
                        Count(first, section);
                    }
                }

                break;
        }
    }

    private void Add(ContainerInline inlines, int section)
    {
        var key = Key(LabelOf(inlines));
        if (key.Length is > 0 and <= Longest)
        {
            ref var all = ref CollectionsMarshal.GetValueRefOrAddDefault(_labels, key, out _);
            all ??= [];
            if (all is [.., var last] && last.Section == section)
            {
                all[^1] = (section, last.Count + 1);
            }
            else
            {
                all.Add((section, 1));
            }
        }
    }

    /// <summary>A label's letters and digits; empty for one too long to recur.</summary>
    private static string Key(string label)
    {
        if (label.Length > Longest * 2)
        {
            return "";
        }

        Span<char> letters = stackalloc char[Longest * 4];
        var count = 0;
        foreach (var c in Folding.Fold(label))
        {
            if (char.IsLetterOrDigit(c) && count < letters.Length)
            {
                letters[count++] = c;
            }
        }

        return letters[..count].ToString();
    }
}
