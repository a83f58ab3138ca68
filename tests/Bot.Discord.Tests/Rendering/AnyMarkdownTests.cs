using System.Text;
using System.Text.RegularExpressions;
using Bot.Chat.Messages;
using Bot.Chat.Trees;
using Bot.Discord.Api;
using Bot.Discord.Rendering;
using Bot.Discord.Sending;
using Bot.Emulators.Discord;
using Bot.Emulators.Discord.Rules;
using CsCheck;

namespace Bot.Discord.Tests.Rendering;

/// <summary>Any Markdown, of any length, in any script.</summary>
public sealed partial class AnyMarkdownTests
{
    private static readonly string[] Pieces =
    [
        "段落です。**強調**と[リンク](https://x.example/a_b)と[3]。\n\n",
        "@everyone <@123456789012345678> <#123> <@&9> @here <:a:1> <t:1> </f:2> ||伏せ字||\n\n",
        "- 一つ目 [1]\n- 二つ目\n  - 入れ子 @here\n\n",
        "1. 一\n2. **二**\n\n",
        "> 引用 [2]\n> 続き\n\n",
        "| 観点 | 甲 | 乙 |\n|---|---|---|\n| 速さ | 一 | [x](https://y.example) |\n| @everyone | 長い長い長い長い長い長い説明 | - |\n\n",
        "```\ncode ``` 見本 @here\n```\n\n",
        "### 小見出し: 副題 [4]\n\n",
        "---\n\n",
        "<b>生の</b> HTML <img src=x>\n\n",
        "👨‍👩‍👧‍👦🏳️‍🌈é́́ ก็็็ 𠮷野家\n\n",
        "***太い斜体*** ~~消し~~ `a*b` **[太い](https://z.example)**\n\n",
        "\\# 見出しではない\n\n# 見出し\n\n-# 小さく\n\n",
    ];

    private static readonly string[] LongWords = ["あ", "a", "👨‍👩‍👧", "é", "*", "[", "\\"];

    private static readonly Gen<string> Markdown = Gen.Select(
            Gen.OneOf(
                Gen.Int[0, Pieces.Length - 1].Select(at => Pieces[at]),
                Gen.String[Gen.Char, 0, 60],
                Gen.String[Gen.Char["*_~`|[]()<>@#-+.0123456789 \n\\あ。"], 0, 60]
            ),
            Gen.Int[1, 40],
            (piece, times) => string.Concat(Enumerable.Repeat(piece, times))
        )
        .Array[1, 12]
        .Select(string.Concat);

    [Fact]
    public void F4_F5_It_passes_the_limits_and_the_rules_loses_no_word_and_is_split_at_the_same_places_again() =>
        Markdown.Sample(
            markdown =>
            {
                var parts = DiscordRenderer.Render(Compose.Section(markdown));
                Assert.All(parts, Passes);
                Assert.All(parts.SelectMany(Compose.TextsOf), text => Assert.False(Acts(text), Acting(text)));

                var whole = DiscordRenderer.Render(Compose.Section(markdown));
                Assert.Equal(whole.Select(part => part.ToPayload()), parts.Select(part => part.ToPayload()));
                var wanted = Letters(string.Join('\n', Compose.Section(markdown).Body.Select(FlatText.Plain)));
                var shown = Letters(string.Concat(parts.SelectMany(Compose.TextsOf)));
                Assert.All(wanted, letter => Assert.True(shown.GetValueOrDefault(letter.Key) >= letter.Value, $"{letter.Key} is lost"));
            },
            iter: 300
        );

    [Fact]
    public void F4_A_word_longer_than_a_message_goes_on_in_the_next() =>
        Gen.Select(Gen.Int[1, 20_000], Gen.Int[0, LongWords.Length - 1].Select(at => LongWords[at]))
            .Sample(
                (length, letter) =>
                {
                    var text = string.Concat(Enumerable.Repeat(letter, length));
                    var parts = DiscordRenderer.Render(Compose.Said(text));
                    Assert.All(parts, Passes);
                    var shown = string.Concat(parts.SelectMany(Compose.TextsOf));
                    Assert.Equal(text, shown.Replace("\\" + letter, letter, StringComparison.Ordinal));
                    Assert.All(
                        parts.SelectMany(Compose.TextsOf),
                        part => Assert.Equal(0, part.Replace("\\" + letter, letter, StringComparison.Ordinal).Length % letter.Length)
                    );
                },
                iter: 60
            );

    [Fact]
    public void F4_Parts_join_to_the_whole_and_no_link_citation_or_escape_is_torn() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[20, 400])
            .Sample(
                (sentences, words) =>
                {
                    var text = string.Concat(
                        Enumerable
                            .Range(1, sentences)
                            .Select(number =>
                                $"{new string('文', words)}{number}です [1] と[錨{number}](https://dock.example/{number}?a=*b)*強調{number}*。"
                            )
                    );
                    var markdown = $"{text}\n\n## 参考文献\n\n[1] Dock. (2026, January 5). *Title*. https://dock.example/source\n";
                    var parts = DiscordRenderer.Render(Compose.Section(markdown));
                    Assert.All(parts, Passes);
                    var shown = string.Concat(parts.SelectMany(Compose.TextsOf));
                    Assert.Equal(sentences, Anchor().Count(shown));
                    Assert.Equal(sentences, Cite().Count(shown));
                    Assert.Equal(sentences, Emphasis().Count(shown));
                    Assert.Equal(sentences * words, shown.Count(letter => letter == '文'));
                },
                iter: 40
            );

    [Theory]
    [InlineData(5_000)]
    [InlineData(200)]
    public void F4_A_heading_of_any_length_stands_on_every_part(int length)
    {
        var heading = string.Concat(Enumerable.Repeat("港湾", length / 2));
        var thread = Compose.Thread(
            $"# 朝刊 2026年3月4日：{heading}\n\n前文。\n\n## 桟橋\n\n前の節です。\n\n## {heading}\n\n{string.Concat(Enumerable.Repeat("文です。", 2000))}\n"
        );

        var root = DiscordRenderer.Render(thread.Root);
        var parts = DiscordRenderer.Render(thread.Sections[1].Message);

        Assert.All(root.Concat(parts), Passes);
        Assert.InRange(root[0].ThreadName!.Length, 1, DiscordLimits.ThreadName);
        Assert.True(parts.Count > 1);
        for (var at = 0; at < parts.Count; at++)
        {
            Assert.Contains($"（{at + 1}/{parts.Count}）\n", Compose.TextsOf(parts[at])[0] + "\n", StringComparison.Ordinal);
        }
    }

    [Fact]
    public void More_sources_than_a_message_holds_still_fit()
    {
        var references = string.Concat(
            Enumerable
                .Range(1, 60)
                .Select(number =>
                    $"[{number}] Source {number}. (2026, January 5). *Title {number}*. https://sources.example/{new string('a', 300)}/{number}\n\n"
                )
        );
        var cites = string.Concat(Enumerable.Range(1, 60).Select(number => $"文{number}です[{number}]。")) + "まとめ[1-60]。";
        var thread = Compose.Thread($"# 朝刊 2026年3月4日：見出し\n\n## 港\n\n{cites}\n\n## 参考文献\n\n{references}");

        Assert.All(thread.Sections.SelectMany(section => DiscordRenderer.Render(section.Message)), Passes);
    }

    [Fact]
    public void Buttons_are_at_most_five_each_once_and_never_too_long()
    {
        var buttons = Enumerable
            .Range(0, 8)
            .Select(number => new Button(new string('長', 90), "funding", number < 2 ? "xai" : $"x{number}", "us-ai", null))
            .Append(new Button("長すぎる", "funding", new string('あ', 200), "us-ai", null));
        var message = Compose.Said("答え") with { Buttons = [.. buttons] };

        var rendered = Assert.Single(DiscordRenderer.Render(message));

        Passes(rendered);
        Assert.Equal(5, CustomIds().Count(rendered.ToPayload()));
    }

    [Fact]
    public async Task The_link_to_a_post_stands_last_and_opens_its_thread()
    {
        var address = await new DiscordPermalinks().OfRootAsync(
            new(Chat.Platforms.PlatformId.Discord, "1", "2"),
            "3",
            TestContext.Current.CancellationToken
        );
        var message = Compose.Said("答え") with
        {
            Buttons = [.. Enumerable.Range(1, 5).Select(number => new Button($"{number}", "help", $"{number}", "us-ai", null))],
            Post = new PostLink("1/6の投稿", "us-ai", new DateOnly(2026, 1, 6)) { Address = address },
        };

        var rendered = Assert.Single(DiscordRenderer.Render(message));

        Passes(rendered);
        Assert.Equal(4, CustomIds().Count(rendered.ToPayload()));
        Assert.Contains(
            "{\"type\":2,\"style\":5,\"label\":\"1/6の投稿\",\"url\":\"https://discord.com/channels/1/3\"}]",
            rendered.ToPayload(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_message_without_words_is_none_that_Discord_refuses() => Passes(Assert.Single(DiscordRenderer.Render(Compose.Said())));

    internal static void Passes(DiscordMessage message)
    {
        Assert.InRange(message.Count, 2, DiscordLimits.Components - 1);
        Assert.InRange(message.Characters, 1, DiscordLimits.TextCharacters - 32);
        Assert.InRange(message.Bytes, 1, DiscordLimits.TextBytes);
        var json = System.Text.Json.Nodes.JsonNode.Parse(message.ToPayload())!.AsObject();
        json.Remove("thread_name");
        // Throws for whatever Discord would refuse.
        new MessageForm(new DiscordRules()).Verify(json, isV2: !json.ContainsKey("content"));
    }

    /// <summary>Whether there is an active mention or the like, not escaped by anything before it.</summary>
    internal static bool Acts(string text) => Mention().IsMatch(OutsideCode(text));

    /// <summary>The first active one with its surroundings; empty if there is none.</summary>
    private static string Acting(string text)
    {
        var outside = OutsideCode(text);
        return Mention().Match(outside) is { Success: true } found
            ? outside[Math.Max(0, found.Index - 200)..Math.Min(outside.Length, found.Index + 100)]
            : "";
    }

    /// <summary>The text without what is shown as code, where nothing is active.</summary>
    internal static string OutsideCode(string text) => Token().Replace(text, token => token.Groups["code"].Success ? "" : token.Value);

    private static Dictionary<Rune, int> Letters(string text) =>
        text.EnumerateRunes().Where(Rune.IsLetter).GroupBy(letter => letter).ToDictionary(group => group.Key, group => group.Count());

    // From the left, as Discord reads: an escaped character starts nothing, and an escaped backslash escapes nothing.
    [GeneratedRegex(@"\\[\s\S]|(?<code>```[\s\S]*?```|(`+)(?!`)[\s\S]*?(?<!`)\1(?!`))|`+")]
    private static partial Regex Token();

    [GeneratedRegex(@"(?<!\\)(?:\\\\)*(?:<(?:[@#:]|t:|/|id:)|@everyone|@here)")]
    private static partial Regex Mention();

    [GeneratedRegex(@"\[錨\d+\]\(<https://dock\.example/\d+\?a=%2Ab>\)")]
    private static partial Regex Anchor();

    [GeneratedRegex(@"\[\\\[1\\\]\]\(<https://dock\.example/source>\)")]
    private static partial Regex Cite();

    [GeneratedRegex(@"\*強調\d+\*")]
    private static partial Regex Emphasis();

    [GeneratedRegex("\"custom_id\"")]
    private static partial Regex CustomIds();
}
