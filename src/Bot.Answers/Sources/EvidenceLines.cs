using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Briefings.Model;
using Bot.Chat.Messages;
using Bot.Chat.Sections;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Answers.Sources;

/// <summary>Words what rests on a source, and how much of a briefing rests on one alone.</summary>
internal sealed class EvidenceLines(AnswerFrame frame, Evidence evidence)
{
    /// <summary>Of a list's source; the rest is counted, and told by the source's own answer.</summary>
    private const int MostInList = 3;

    private const int LongestHeadline = 36;

    private AnswerTexts Texts => frame.Texts;

    /// <summary>The claims that rest on a source, in one line; a source that none rests on says so.</summary>
    public IReadOnlyList<Inline> InList(Reference reference)
    {
        var claims = Of(reference);
        if (claims.Count == 0)
        {
            return [Nodes.Text(Texts[AnswerText.EvidenceUncited])];
        }

        var told = claims.Take(MostInList).Select(claim => Headline(claim) + Mark(claim)).ToList();
        if (claims.Count > MostInList)
        {
            told.Add(Texts.Of(AnswerText.InvestorRest, claims.Count - MostInList));
        }

        return [Nodes.Text(Texts[AnswerText.EvidenceRests] + string.Join(Texts[AnswerText.And], told))];
    }

    /// <summary>The same, a line each, with its section.</summary>
    public IEnumerable<Block> InFull(Reference reference)
    {
        var claims = Of(reference);
        if (claims.Count == 0)
        {
            yield return Nodes.Small(Texts[AnswerText.EvidenceUncited]);
            yield break;
        }

        yield return Nodes.Small(Texts.Of(AnswerText.EvidenceOfSource, claims.Count));
        yield return AnswerFrame.Lines(
            claims.Select(
                IReadOnlyList<Inline> (claim) =>
                    [
                        Nodes.Text(
                            SectionWords.NameOf(claim.Item.Section).In(Texts.Locale)
                                + Texts[AnswerText.Colon]
                                + Headline(claim)
                                + Mark(claim)
                        ),
                    ]
            )
        );
    }

    /// <summary>How many claims there are, and how many rest on one source, on one domain, on none.</summary>
    public RoleBlock Counts()
    {
        var parts = new List<string> { Texts.Of(AnswerText.EvidenceClaims, evidence.Claims.Count) };
        Add(Support.Single, AnswerText.EvidenceSingleCount);
        Add(Support.OneDomain, AnswerText.EvidenceDomainCount);
        Add(Support.None, AnswerText.EvidenceNoneCount);
        Add(Support.Unknown, AnswerText.EvidenceUnknownCount);
        return Nodes.Small(string.Join(Texts.Shared.Separator, parts));

        void Add(Support support, AnswerText text)
        {
            if (evidence.Count(support) is > 0 and var count)
            {
                parts.Add(Texts.Of(text, count));
            }
        }
    }

    private IReadOnlyList<Claim> Of(Reference reference) => reference.Number is { } number ? evidence.RestingOn(number) : [];

    private string Mark(Claim claim) =>
        claim.Support switch
        {
            Support.Single => Texts.Aside(Texts[AnswerText.EvidenceSingle]),
            Support.OneDomain => Texts.Aside(Texts[AnswerText.EvidenceDomain]),
            _ => "",
        };

    private static string Headline(Claim claim) => Graphemes.Cut(Invisible.Drop(FlatText.Collapse(claim.Item.Headline)), LongestHeadline);
}
