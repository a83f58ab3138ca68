using System.Text.Json;
using Bot.Chat.Messages;
using Bot.Discord.Api;
using Bot.Discord.Rendering;

namespace Bot.Discord.Tests.Rendering;

/// <summary>What fits in a root, and where the rest goes.</summary>
public sealed class RootRendererTests
{
    private const string Sentence = "港の灯りが一つずつともり、荷役の機械が静かに動きはじめます。";

    public static TheoryData<string> Shapes =>
        [
            Briefing(lead: 3, sections: 3),
            Briefing(lead: 120, sections: 8),
            Briefing(lead: 120, sections: 60),
            Briefing(lead: 0, sections: 60),
            $"# 朝刊 2026年3月4日：{new string('港', 2600)}\n\n{Sentence}\n",
            $"# 朝刊 2026年3月4日：見出し\n\n{new string('灯', 2600)}\n\n## 港\n\n本文。\n",
            "# 朝刊 2026年3月4日：見出し\n",
        ];

    [Theory, MemberData(nameof(Shapes))]
    public void H2_It_is_content_within_its_limit_with_a_button_and_loses_no_word(string markdown)
    {
        var thread = Compose.Thread(markdown);
        var parts = DiscordRenderer.Render(thread.Root);

        using var root = JsonDocument.Parse(parts[0].ToPayload());
        Assert.InRange(root.RootElement.GetProperty("content").GetString()!.EnumerateRunes().Count(), 1, RootRenderer.Most);
        Assert.Equal(0, root.RootElement.GetProperty("flags").GetInt32() & (int)MessageFlags.IsComponentsV2);
        Assert.NotEmpty(root.RootElement.GetProperty("components")[0].GetProperty("components").EnumerateArray());
        Assert.All(parts.Skip(1), part => Assert.Null(part.ThreadName));
        var shown = string.Concat(parts.SelectMany(Compose.TextsOf));
        foreach (var letter in "港灯")
        {
            Assert.True(shown.Count(other => other == letter) >= Lead(markdown).Count(other => other == letter), $"lost {letter}");
        }
    }

    [Fact]
    public void The_lead_is_cut_between_sentences_and_its_rest_opens_the_thread()
    {
        var parts = DiscordRenderer.Render(Compose.Thread(Briefing(lead: 120, sections: 8)).Root);

        Assert.True(parts.Count > 1);
        Assert.EndsWith("。", Compose.TextsOf(parts[0])[0], StringComparison.Ordinal);
        Assert.InRange(Compose.TextsOf(parts[0])[0].Length, RootRenderer.Most - 80, RootRenderer.Most);
        Assert.StartsWith("-# " + Sentence, Compose.TextsOf(parts[1])[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Long_contents_end_in_the_number_of_sections_that_they_leave_out()
    {
        var content = Compose.TextsOf(DiscordRenderer.Render(Compose.Thread(Briefing(lead: 1, sections: 60)).Root)[0])[0];

        var shown = content.Split('\n').Count(line => line.Contains("節の見出し", StringComparison.Ordinal));
        Assert.InRange(shown, 5, 59);
        Assert.Contains($"ほか{60 - shown}セクション", content, StringComparison.Ordinal);
    }

    [Fact]
    public void Corrections_have_the_room_that_is_left_and_move_the_lead()
    {
        var message = Compose.Thread(Briefing(lead: 120, sections: 8)).Root;
        message.Body.Insert(
            1,
            Bot.Chat.Trees.Nodes.Role(BlockRole.Correction, Bot.Chat.Trees.Nodes.Paragraph("✏️ 訂正 " + new string('旧', 700)))
        );

        var content = Compose.TextsOf(DiscordRenderer.Render(message)[0])[0];

        Assert.Contains(new string('旧', 700), content, StringComparison.Ordinal);
        Assert.InRange(content.Length, 1, DiscordLimits.ContentCharacters - DiscordLimits.MentionCharacters);
    }

    private static string Briefing(int lead, int sections) =>
        $"# 朝刊 2026年3月4日：見出し\n\n{string.Concat(Enumerable.Repeat(Sentence, lead))}\n\n"
        + string.Concat(Enumerable.Range(1, sections).Select(number => $"## {number}番目の節の見出し\n\n本文。\n\n"));

    /// <summary>The text before the first section.</summary>
    private static string Lead(string markdown) => markdown.Split("\n## ")[0];
}
