using Bot.Chat.Text;
using CsCheck;

namespace Bot.Chat.Tests.Text;

public class SentencesTests
{
    [Theory]
    [InlineData("雨です。風です。", "雨です。|風です。")]
    [InlineData("雨です！風ですか？はい。", "雨です！|風ですか？|はい。")]
    [InlineData("本当！？そうです。", "本当！？|そうです。")]
    [InlineData("彼は「帰る。もう遅い。」と言いました。終わり。", "彼は「帰る。もう遅い。」と言いました。|終わり。")]
    [InlineData("「帰る。」 次の文です。", "「帰る。」 |次の文です。")]
    [InlineData("増えました\uFFFC。次です。\uFFFC三つ目。", "増えました\uFFFC。|次です。\uFFFC|三つ目。")]
    [InlineData("It rained. It blew! Did it? Yes.", "It rained. |It blew! |Did it? |Yes.")]
    [InlineData("Dr. Vale left the U.S. Coast Guard. He swam.", "Dr. Vale left the U.S. Coast Guard. |He swam.")]
    [InlineData("Growth was 2.5 percent. Fine.", "Growth was 2.5 percent. |Fine.")]
    [InlineData("Acme Inc. rose. J. Doe sold.", "Acme Inc. rose. |J. Doe sold.")]
    [InlineData("See e.g. the annex. Then stop.", "See e.g. the annex. |Then stop.")]
    [InlineData("It ended. \uFFFC Next one.", "It ended. \uFFFC |Next one.")]
    [InlineData("\"We wait.\" They did.", "\"We wait.\" |They did.")]
    [InlineData("He said \"wait.\" and left. Done.", "He said \"wait.\" and left. |Done.")]
    [InlineData("1. First point. Second.", "1. First point. |Second.")]
    [InlineData("一行目\n二行目", "一行目\n|二行目")]
    [InlineData("no end at all", "no end at all")]
    [InlineData("（閉じない括弧。次の文。", "（閉じない括弧。|次の文。")]
    [InlineData("yahoo!の話。", "yahoo!の話。")]
    public void Sentences_end_where_a_reader_would_stop(string text, string expected)
    {
        var start = 0;
        var parts = new List<string>();
        foreach (var end in Sentences.Ends(text))
        {
            parts.Add(text[start..end]);
            start = end;
        }

        Assert.Equal(expected, string.Join('|', parts));
    }

    [Fact]
    public void An_empty_text_has_no_sentence() => Assert.Empty(Sentences.Ends(""));

    [Fact]
    public void Ends_rise_and_the_last_is_the_end_of_the_text() =>
        Gen.String[Gen.Char["。.!?「」()（）\"\n aAあ1\uFFFC"], 0, 60]
            .Sample(
                text =>
                {
                    var ends = Sentences.Ends(text);
                    Assert.Equal(ends.Distinct().Order(), ends);
                    Assert.Equal(text.Length, ends.LastOrDefault(0));
                },
                iter: 20_000
            );
}
