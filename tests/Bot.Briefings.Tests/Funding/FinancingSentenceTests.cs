using System.Globalization;
using Bot.Briefings.Funding;
using Bot.Briefings.Model;
using Bot.Briefings.Reading;

namespace Bot.Briefings.Tests.Funding;

/// <summary>What comes of sentences as writers of four languages write them: Fixtures/financing-sentences.txt.</summary>
public sealed class FinancingSentenceTests
{
    private static readonly FundingReader Reader = new(Vocabulary.Default);

    public static TheoryData<string, string> Sentences()
    {
        var data = new TheoryData<string, string>();
        var (entry, rounds) = ("", new List<string>());
        foreach (
            var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", "financing-sentences.txt"))
                .Where(line => line.Length > 0 && line[0] != '#')
                .Append("")
        )
        {
            if (line.StartsWith("= ", StringComparison.Ordinal))
            {
                rounds.Add(line[2..]);
                continue;
            }

            if (entry.Length > 0)
            {
                data.Add(entry, string.Join('\n', rounds));
            }

            (entry, rounds) = (line, []);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void An_entry_gives_the_rounds_it_states(string entry, string rounds) => Assert.Equal(rounds, string.Join('\n', Read(entry)));

    /// <summary>The same where the headline is a bold line of a whole document, as most authors set it.</summary>
    [Theory]
    [MemberData(nameof(Sentences))]
    public void So_does_an_entry_of_a_document(string entry, string rounds)
    {
        var isNews = entry.StartsWith("N:", StringComparison.Ordinal);
        var parts = (isNews ? entry[2..] : entry).Split("|||");
        var written =
            parts.Length > 1 ? $"**{parts[0].Replace("**", "", StringComparison.Ordinal).Trim()}**\n{parts[1].Trim()}" : "- " + parts[0];
        var document = $"# 2026-01-20\n\n## {(isNews ? "AI News" : "Startups")}\n\n{written}\n";
        var read = new BriefingReader().Read(document).Briefing.Funding.Select(round => Show(round, round.Citations.Count > 0));
        Assert.Equal(rounds, string.Join('\n', read));
    }

    internal static IEnumerable<string> Read(string line)
    {
        var kind = line.StartsWith("N:", StringComparison.Ordinal) ? SectionKind.TechnologyNews : SectionKind.Startups;
        var parts = (kind == SectionKind.Startups ? line : line[2..]).Split("|||");
        var (head, body) =
            parts.Length > 1 ? (parts[0], parts[1])
            : kind == SectionKind.Startups ? ("", parts[0])
            : (parts[0], "");
        var entry = EntryTexts.Entry(EntryTexts.Of(head), EntryTexts.Of(body));
        return Reader.Read(kind, 1, [entry], _ => "", (_, _) => { }).Select(round => Show(round, entry.Citations.Count > 0));
    }

    private static string Show(FundingRound round, bool cites)
    {
        var facts = new List<string> { round.Company };
        Add(round.Amount is { } amount, () => Show(round.Amount!));
        Add(round.Valuation is not null, () => "V " + Show(round.Valuation!));
        Add(round.Stage is not null, () => round.Stage!);
        Add(round.Investors.Count > 0, () => "by " + string.Join(", ", round.Investors));
        Add(round.Status == FundingStatus.Planned, () => "planned");
        Add(round.Undisclosed, () => "undisclosed");
        Add(cites, () => "cites " + string.Join(", ", round.Citations));
        return string.Join(" | ", facts);

        void Add(bool stated, Func<string> fact)
        {
            if (stated)
            {
                facts.Add(fact());
            }
        }
    }

    private static string Show(Money money) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(money.Value is { } value ? value.ToString("0.##", CultureInfo.InvariantCulture) : $"{money.Min:0.##}..{money.Max:0.##}")} {money.Currency}"
        )
        + money.Degree switch
        {
            MoneyDegree.UpTo => " up-to",
            MoneyDegree.Over => " over",
            MoneyDegree.AtLeast => " at-least",
            MoneyDegree.About => " about",
            _ => money.Approximate ? " ~" : "",
        };
}
