using Bot.Briefings.Model;
using Bot.Briefings.Outlooks;
using Bot.Briefings.Reading;

namespace Bot.Briefings.Tests.Outlooks;

public sealed class OutlookTests
{
    [Theory]
    [InlineData("短期（〜1年）：文", Horizon.Short, "短期（〜1年）", null, 1, "文")]
    [InlineData("中期（1〜3年）: 文", Horizon.Medium, "中期（1〜3年）", 1, 3, "文")]
    [InlineData("長期（3年〜）: 文", Horizon.Long, "長期（3年〜）", 3, null, "文")]
    [InlineData("Short term (up to 1 year): text", Horizon.Short, "Short term (up to 1 year)", null, 1, "text")]
    [InlineData("Medium term (1-3 years): text", Horizon.Medium, "Medium term (1-3 years)", 1, 3, "text")]
    [InlineData("Long term (3 years and beyond): text", Horizon.Long, "Long term (3 years and beyond)", 3, null, "text")]
    [InlineData("Near-term: text", Horizon.Short, "Near-term", null, null, "text")]
    [InlineData("中期 — 1〜2年: 文", Horizon.Medium, "中期 — 1〜2年", 1, 2, "文")]
    [InlineData("6〜12か月：文", Horizon.Short, "6〜12か月", null, 1, "文")]
    [InlineData("〜1年：文", Horizon.Short, "〜1年", null, 1, "文")]
    [InlineData("今後1年：文", Horizon.Short, "今後1年", null, 1, "文")]
    [InlineData("1-3 years: text", Horizon.Medium, "1-3 years", 1, 3, "text")]
    [InlineData("3年以降：文", Horizon.Long, "3年以降", 3, null, "文")]
    [InlineData("Next 12 months: text", Horizon.Short, "Next 12 months", null, 1, "text")]
    [InlineData("短期的には、文", Horizon.Short, "短期的には", null, null, "文")]
    [InlineData("長期 — 文", Horizon.Long, "長期", null, null, "文")]
    [InlineData("2027〜2028年：文", Horizon.Medium, "2027〜2028年", 1, 2, "文")]
    [InlineData("By 2030 and beyond: text", Horizon.Long, "By 2030 and beyond", 4, null, "text")]
    [InlineData("3+ years: text", Horizon.Long, "3+ years", 3, null, "text")]
    [InlineData("Five years out: text", Horizon.Long, "Five years out", null, 5, "text")]
    [InlineData("Over the next year: text", Horizon.Short, "Over the next year", null, 1, "text")]
    [InlineData("Next 90 days: text", Horizon.Short, "Next 90 days", null, 1, "text")]
    [InlineData("2026年末まで：文", Horizon.Short, "2026年末まで", null, 0, "文")]
    [InlineData("【短期】文", Horizon.Short, "短期", null, null, "文")]
    [InlineData("【中期：1〜2年】文", Horizon.Medium, "中期：1〜2年", 1, 2, "文")]
    [InlineData("【短期】半年以内：文", Horizon.Short, "【短期】半年以内", null, 1, "文")]
    [InlineData("【中期】2～3年：文", Horizon.Medium, "【中期】2～3年", 2, 3, "文")]
    [InlineData("【長期】5年以上先：文", Horizon.Long, "【長期】5年以上先", 5, null, "文")]
    [InlineData("【中期】2年で価格は下がる", Horizon.Medium, "中期", null, null, "2年で価格は下がる")]
    [InlineData("[長期] 文", Horizon.Long, "長期", null, null, "文")]
    [InlineData("来年度：文", Horizon.Medium, "来年度", null, null, "文")]
    public void A_label_opens_an_entry(string text, Horizon horizon, string label, int? from, int? to, string rest)
    {
        var found = HorizonLabel.At(text, Vocabulary.Default, 2026)!;

        Assert.Equal(
            (horizon, label, from, to, rest),
            (found.Horizon, found.Text, found.Duration?.From, found.Duration?.To, text[found.End..])
        );
    }

    [Fact]
    public void A_bold_label_may_hold_its_time_behind_a_colon()
    {
        var outlook = Assert.Single(new BriefingReader().Read("## 展望\n\n- **短期：〜1年** 価格が下がる\n").Briefing.Outlook);

        Assert.Equal(("短期：〜1年", 1, (string?)null, "価格が下がる"), (outlook.Label, outlook.ToYears, outlook.Headline, outlook.Text));
    }

    [Theory]
    [InlineData("短期間で終わる話です")]
    [InlineData("Long context windows grow")]
    [InlineData("その他：未定")]
    [InlineData("三つの点があります")]
    public void Other_words_are_no_label(string text) => Assert.Null(HorizonLabel.At(text, Vocabulary.Default, 2026));

    [Theory]
    [InlineData("- **短期**: **価格**が下がる", "価格", "価格が下がる", "**価格**が下がる")]
    [InlineData("- **短期：** **価格**が下がる", "価格", "価格が下がる", "**価格**が下がる")]
    [InlineData("- **短期：価格**が下がる", "価格", "価格が下がる", null)]
    [InlineData("- 短期: 価格が下がる", null, "価格が下がる", "価格が下がる")]
    [InlineData("- 短期: 価格が**下がる**", null, "価格が下がる", "価格が**下がる**")]
    [InlineData("- **短期**\n  - **価格**が下がる", "価格", "価格が下がる", null)]
    [InlineData("### 短期：価格\n\n下がる [1]", "価格", "下がる", "下がる [1]")]
    [InlineData("### 短期\n\n**価格**が下がる", "価格", "価格が下がる", "**価格**が下がる")]
    [InlineData("**短期**\n\n価格が下がる", null, "価格が下がる", null)]
    [InlineData("- **短期** 価格が下がる", null, "価格が下がる", "価格が下がる")]
    public void Headline_text_and_body_follow_the_label(string text, string? headline, string plain, string? body)
    {
        var outlook = Assert.Single(new BriefingReader().Read("## 展望\n\n" + text + "\n").Briefing.Outlook);

        Assert.Equal((Horizon.Short, "短期", headline, plain), (outlook.Horizon, outlook.Label, outlook.Headline, outlook.Text));
        if (body is not null)
        {
            Assert.Equal(body, outlook.Body);
        }
    }
}
