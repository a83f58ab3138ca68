using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Bot.Posts.Funding;
using Bot.Testing.Briefings;
using Markdig.Extensions.Tables;

namespace Bot.Posts.Tests;

public class RoundTableTests
{
    [Fact]
    public void Up_to_twelve_rounds_are_cards_and_more_are_a_table()
    {
        Assert.Equal(12, Compose.Roles(Startups(12), BlockRole.Card).Count());
        Assert.Empty(Compose.Roles(Startups(12), BlockRole.Rounds));
        Assert.Empty(Compose.Roles(Startups(13), BlockRole.Card));
        Assert.Single(Compose.Roles(Startups(13), BlockRole.Rounds));
    }

    [Fact]
    public void The_largest_comes_first_by_currency_and_what_states_no_amount_last()
    {
        var table = Compose.Roles(Startups(14), BlockRole.Rounds).Single().OfType<Table>().Single();

        Assert.Equal(
            [
                "企業",
                "会社12",
                "会社11",
                "会社10",
                "会社9",
                "会社8",
                "会社7",
                "会社6",
                "会社5",
                "会社4",
                "会社3",
                "会社2",
                "会社1",
                "会社13",
                "会社14",
            ],
            table.Cast<TableRow>().Select(row => FlatText.Plain(row[0]))
        );
        Assert.Equal(["企業", "調達額", "概要", "投資家", "注目"], HeadersOf(table).Where(header => header != "出典"));
    }

    [Fact]
    public void A_line_a_round_has_all_words_of_its_row_and_says_in_which_order()
    {
        var rounds = Compose.Roles(Startups(13), BlockRole.Rounds).Single();

        var lines = RoundTable.Lines(rounds, Locale.Japanese).Select(block => TextRenderer.Render(block)).ToList();

        Assert.Equal("通貨ごとに金額の大きい順\n", lines[0]);
        Assert.StartsWith(
            "- 会社11　1億1000万ドル",
            lines[1].Replace("11000万", "1億1000万", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Equal(13, lines[1].TrimEnd().Split('\n').Length);
        foreach (var at in Enumerable.Range(1, 13))
        {
            var line = lines[1].Split('\n').Single(line => line.StartsWith($"- 会社{at}　", StringComparison.Ordinal));
            Assert.Contains($"・事業{at}・投資家　投資家{at}・注目　港の荷役を変える{at}", line, StringComparison.Ordinal);
            Assert.Contains("[1]", line, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_parts_of_a_table_that_is_too_long_repeat_its_header_and_its_order()
    {
        var message = Startups(40);

        var parts = new MessageSplitter(blocks => blocks.Sum(block => FlatText.Plain(block).Length) < 800).Split(message);

        Assert.True(parts.Count > 2);
        var tables = parts.SelectMany(part => Compose.Roles(part, BlockRole.Rounds)).ToList();
        Assert.All(tables, table => Assert.Equal("通貨ごとに金額の大きい順", FlatText.Plain(table[0])));
        Assert.All(tables, table => Assert.Equal("企業", HeadersOf(table.OfType<Table>().Single())[0]));
        Assert.Equal(40, tables.Sum(table => table.OfType<Table>().Single().Count - 1));
    }

    [Fact]
    public void A_heading_counts_companies_and_an_answer_adds_the_rounds_of_those_with_several()
    {
        FundingRound[] rounds = [Round("A"), Round("B"), Round("A")];

        Assert.Equal("2社", RoundCount.OfCompanies(rounds, Locale.Japanese));
        Assert.Equal("2社・3件", RoundCount.Of(rounds, Locale.Japanese));
        Assert.Equal("2 companies · 3 rounds", RoundCount.Of(rounds, Locale.English));
        Assert.Equal("2社", RoundCount.Of(rounds[..2], Locale.Japanese));
        Assert.Equal("", RoundCount.OfCompanies([], Locale.Japanese));
    }

    private static Message Startups(int rounds) => Compose.Message(ManyRounds.Markdown(rounds), SectionKind.Startups);

    private static List<string> HeadersOf(Table table) => [.. table.Cast<TableRow>().First().Cast<TableCell>().Select(FlatText.Plain)];

    private static FundingRound Round(string company) =>
        new()
        {
            Company = company,
            SectionOrder = 1,
            Markdown = company,
        };
}
