using Bot.Briefings.Entries;

namespace Bot.Briefings.Funding.Sentences;

/// <summary>One sentence of an entry, in three forms of the same length, so that a place in one is a place in all.</summary>
/// <param name="Text">As written, line breaks as spaces.</param>
/// <param name="Folded">Width and case folded (see <see cref="Briefings.Text.Folding.Simple"/>).</param>
/// <param name="Flat">As <see cref="Folded"/>, with spaces for what stands in round brackets: notes are no part of a clause.</param>
/// <param name="IsHead">The sentence is (part of) the entry's headline.</param>
/// <param name="Start">Where it begins in <paramref name="Source"/>.</param>
internal sealed record Sentence(string Text, string Folded, string Flat, Tongue Tongue, bool IsHead, EntryText Source, int Start)
{
    public int End => Start + Text.Length;

    /// <summary>
    /// The bold run that ends at a place of this sentence, as places of this sentence. One that is a whole headline sets nothing apart.
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

    /// <summary>Numbers of the marks that stand in a part of this sentence, or right behind it.</summary>
    public IEnumerable<int> CitedIn(int from, int to) =>
        Source.Citations.Where(mark => mark.Offset > Start + from && mark.Offset <= Start + to).Select(mark => mark.Number);

    public bool IsInBrackets(int at) => at < Flat.Length && Flat[at] == ' ' && Folded[at] != ' ';
}
