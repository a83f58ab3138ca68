using Bot.Briefings.Companies;
using Bot.Briefings.Model;
using Bot.Briefings.Reading;

namespace Bot.Briefings.Tests.Companies;

public sealed class CompanyTests
{
    [Theory]
    [InlineData("SiemensとNVIDIA、産業AIで提携", "Siemens|NVIDIA")]
    [InlineData("NVIDIA、新チップを発表", "NVIDIA")]
    [InlineData("NVIDIA publishes a load-following rack design", "NVIDIA")]
    [InlineData("Hikari Compute、光配線の計画", "Hikari Compute")]
    [InlineData("Hikari Compute, a start-up, ships", "Hikari Compute")]
    [InlineData("OpenAI and Siemens expand their pact", "OpenAI|Siemens")]
    [InlineData("xAIが料金を改定", "xAI")]
    [InlineData("静かな一日になった", "")]
    [InlineData("今日の要点、三つ", "")]
    public void A_headline_names_its_subjects(string headline, string expected) =>
        Assert.Equal(expected, string.Join('|', HeadlineSubjects.Of(headline, Vocabulary.Default)));

    [Theory]
    [InlineData("NVIDIA", true)]
    [InlineData("Kestrel Dynamics", true)]
    [InlineData("Cedar & Pike", true)]
    [InlineData("a16z", true)]
    [InlineData("xAI", true)]
    [InlineData("物理AI（Physical AI）モデル群", false)]
    [InlineData("「言語中心主義」からの脱却", false)]
    [InlineData("AI-nativeな電子設計", false)]
    [InlineData("産業AIオペレーティングシステム", false)]
    [InlineData("Power-aware pricing", false)]
    [InlineData("AI", false)]
    public void A_name_is_told_from_a_phrase(string text, bool isName) =>
        Assert.Equal(isName, CompanyNames.IsName(text, Vocabulary.Default));

    [Fact]
    public void Companies_are_collected_from_rounds_headlines_and_bold_text()
    {
        var companies = new BriefingReader()
            .Read(
                """
                **Acme**と**新しい波**の話です。

                ## AIニュース

                - **OpenAI、公開**: a

                ## 資金調達

                | 企業 | 調達額 | 投資家 |
                |-|-|-|
                | **カイト**（旧社名） | 1億ドル | NVIDIA |

                **カイト**は伸びます。
                """
            )
            .Briefing.Companies;

        Assert.Equal(
            [
                ("Acme", MentionRole.Text, 0),
                ("OpenAI", MentionRole.Headline, 1),
                ("カイト", MentionRole.Funded, 2),
                ("NVIDIA", MentionRole.Investor, 2),
                ("カイト", MentionRole.Text, 2),
            ],
            companies.Select(company => (company.Name, company.Role, company.SectionOrder))
        );
    }
}
