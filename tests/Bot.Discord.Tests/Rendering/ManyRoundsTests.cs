using Bot.Discord.Rendering;
using Bot.Testing.Briefings;

namespace Bot.Discord.Tests.Rendering;

public sealed class ManyRoundsTests
{
    [Fact]
    public void Many_rounds_are_a_list_with_a_line_a_round_the_largest_first()
    {
        var texts = Rendered(13);

        var lines = texts.SelectMany(text => text.Split('\n')).Where(line => line.StartsWith("- ", StringComparison.Ordinal)).ToList();
        Assert.Equal(13, lines.Count);
        Assert.StartsWith("- **会社11　", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("- **会社13　非公開**", lines[^1], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.Matches(@"注目　港の荷役を変える\d+ \[.*1.*\]\(.*https://news\.example/1.*\)$", line));
        Assert.Contains(texts, text => text.Contains("-# 通貨ごとに金額の大きい順", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("-# 出典 ", StringComparison.Ordinal));
    }

    [Fact]
    public void Parts_of_many_rounds_lose_none()
    {
        var lines = Rendered(90).SelectMany(text => text.Split('\n')).Where(line => line.StartsWith("- **会社", StringComparison.Ordinal));

        Assert.Equal(90, lines.Count());
    }

    private static List<string> Rendered(int rounds) =>
        [.. DiscordRenderer.Render(Compose.Thread(ManyRounds.Markdown(rounds)).Sections[0].Message).SelectMany(Compose.TextsOf)];
}
