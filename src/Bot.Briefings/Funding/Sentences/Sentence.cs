using Bot.Briefings.Entries;

namespace Bot.Briefings.Funding.Sentences;

/// <summary>One sentence of an entry, in three forms of the same length, so that positions apply to all of them.</summary>
/// <param name="Text">As written, with line breaks as spaces.</param>
/// <param name="Folded">Width and case folded (see <see cref="Briefings.Text.Folding.Simple"/>).</param>
/// <param name="Flat">
/// Like <see cref="Folded"/>, with spaces instead of text in round brackets, because notes are not part of a clause.
/// </param>
/// <param name="IsHead">The sentence is (part of) the entry's headline.</param>
/// <param name="Start">Where it starts in <paramref name="Source"/>.</param>
internal sealed record Sentence(string Text, string Folded, string Flat, Tongue Tongue, bool IsHead, EntryText Source, int Start)
{
    private (string Flat, SentenceWords Words)? _said;
    private (string Folded, List<MoneyHit> Monies)? _monies;

    /// <summary>Whether its heading speaks of purchases alone, so that an arrow is one.</summary>
    public bool OfDeals { get; init; }

    public int End => Start + Text.Length;

    /// <summary>Whether the sentence has a word of one of these lists.</summary>
    public bool Says(SentenceWords lists, FinancingWords words) => (Said(words) & lists) != 0;

    /// <summary>The amounts in the sentence, which several rules ask for.</summary>
    public List<MoneyHit> MoniesBy(MoneyScanner scanner)
    {
        if (_monies is not { } found || !ReferenceEquals(found.Folded, Folded))
        {
            _monies = found = (Folded, scanner.FindAll(Folded));
        }

        return found.Monies;
    }

    private SentenceWords Said(FinancingWords words)
    {
        if (_said is not { } said || !ReferenceEquals(said.Flat, Flat))
        {
            _said = said = (Flat, words.SaidIn(Flat));
        }

        return said.Words;
    }

    /// <summary>
    /// The bold run that ends at a position of this sentence, in this sentence's positions. One that covers a whole headline does not set
    /// anything apart.
    /// </summary>
    public TextRange? BoldEndingAt(int end)
    {
        foreach (var bold in Source.Bold)
        {
            if (bold.End == Start + end && bold.Start >= Start && !(IsHead && bold.Start == Start && end == Text.Length))
            {
                return new TextRange(bold.Start - Start, bold.End - Start);
            }
        }

        return null;
    }

    /// <summary>Numbers of the citations in part of this sentence, or right after it.</summary>
    public IEnumerable<int> CitedIn(int from, int to) =>
        Source.Citations.Where(mark => mark.Offset > Start + from && mark.Offset <= Start + to).Select(mark => mark.Number);

    /// <summary>Numbers of the citations in this sentence's line: an author cites at the end of a paragraph, too.</summary>
    public IEnumerable<int> CitedInLine()
    {
        var text = Source.Text.AsSpan();
        var from = text[..Start].LastIndexOf('\n') + 1;
        var length = text[End..].IndexOf('\n');
        var to = length < 0 ? text.Length : End + length;
        return Source.Citations.Where(mark => (mark.Offset > from || from == 0) && mark.Offset <= to).Select(mark => mark.Number);
    }

    public bool IsInBrackets(int at) => at < Flat.Length && Flat[at] == ' ' && Folded[at] != ' ';
}
