using System.Text;
using Bot.Briefings.Model;
using Bot.Testing;

namespace Bot.Briefings.Tests.Reading;

/// <summary>What a briefing says survives how it is written: the facts of a rewritten document are those of the first.</summary>
public sealed class RewritingTests
{
    private static readonly BriefingReader Reader = new();

    private static readonly Dictionary<string, Func<string, string>> Hands = new()
    {
        ["Windows lines"] = Rewriting.WindowsLines,
        ["other bullets"] = Rewriting.OtherBullets,
        ["other numbering"] = Rewriting.OtherNumbering,
        ["no emoji in headings"] = Rewriting.WithoutEmojiInHeadings,
        ["underlined headings"] = Rewriting.UnderlinedHeadings,
        ["closed headings"] = Rewriting.ClosedHeadings,
        ["more blank lines"] = Rewriting.MoreBlankLines,
        ["full-width digits"] = Rewriting.FullWidthDigits,
        ["【1】"] = Rewriting.LenticularCitations,
        ["［1］"] = Rewriting.FullWidthCitations,
        ["no outer pipes"] = Rewriting.RowsWithoutOuterPipes,
    };

    private static readonly Dictionary<string, string> Files = Directory
        .GetFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures"), "*.md")
        .Concat(Shared())
        .ToDictionary(path => $"{Path.GetFileName(Path.GetDirectoryName(path))}/{Path.GetFileNameWithoutExtension(path)}");

    public static TheoryData<string> Names => [.. Files.Keys.Order(StringComparer.Ordinal)];

    public static MatrixTheoryData<string, string> NamesInAnotherHand => new(Names.Select(row => row.Data), Hands.Keys);

    [Theory]
    [MemberData(nameof(NamesInAnotherHand))]
    public void Another_hand_leaves_the_facts_as_they_are(string name, string hand)
    {
        var text = File.ReadAllText(Files[name]);
        var facts = Facts(text);

        Assert.NotEmpty(facts);
        Assert.Equal(facts, Facts(Hands[hand](text)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Sections_in_another_order_hold_the_same(string name)
    {
        var text = File.ReadAllText(Files[name]);

        Assert.Equal(Facts(text).Order(StringComparer.Ordinal), Facts(Rewriting.SectionsBackwards(text)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_English_frame_around_Japanese_text_is_understood(string name)
    {
        var text = File.ReadAllText(Files[name]);

        Assert.Equal(Facts(text, columns: false), Facts(Rewriting.EnglishFrame(text, Reader.Read(text).Briefing), columns: false));
    }

    private static string[] Shared() =>
        Environment.GetEnvironmentVariable(SharedFolder.Variable) is { Length: > 0 } shared
        && Path.Combine(shared, "briefings") is var folder
        && Directory.Exists(folder)
            ? Directory.GetFiles(folder, "20*.md", SearchOption.AllDirectories)
            : [];

    /// <summary>What the briefing says, a line a fact, in its order; letters and digits only, whatever their width.</summary>
    private static List<string> Facts(string text, bool columns = true)
    {
        var briefing = Reader.Read(text).Briefing;
        return
        [
            Fact("date", briefing.Date),
            .. briefing.Sections.Select(section => Fact("section", section.Kind, section.ItemCount)),
            .. briefing.News.Select(item => Fact("news", item.Section, item.Headline, Numbers(item))),
            .. briefing.Funding.Select(round =>
                Fact(
                    "funding",
                    round.Company,
                    Show(round.Amount),
                    Show(round.Valuation),
                    round.Undisclosed,
                    round.Stage,
                    string.Join('|', round.Investors),
                    Numbers(round)
                )
            ),
            .. briefing.Outlook.Select(outlook => Fact("outlook", outlook.Horizon, outlook.Headline, outlook.Text)),
            .. briefing.DeepDives.Select(dive => Fact("dive", dive.Title, Numbers(dive))),
            .. briefing.Tables.Select(table =>
                Fact("table", table.Section, columns ? string.Join('|', table.Columns) : "", table.Rows.Count)
            ),
            .. briefing.References.Select(reference =>
                Fact("reference", reference.Number, reference.Publisher, reference.Date, reference.Title, reference.Url)
            ),
        ];
    }

    private static string Numbers(Entry entry) => string.Join(',', entry.Citations);

    private static string? Show(Money? money) =>
        money is null
            ? null
            : FormattableString.Invariant($"{money.Approximate} {money.Value:0.##} {money.Min:0.##} {money.Max:0.##} {money.Currency}");

    private static string Fact(string kind, params object?[] parts) =>
        FormattableString.Invariant($"{kind}: {string.Join(" / ", parts)}").Normalize(NormalizationForm.FormKC);
}
