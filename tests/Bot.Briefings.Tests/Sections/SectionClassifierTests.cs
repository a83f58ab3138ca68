using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Bot.Briefings.Sections;
using Bot.Briefings.Text;

namespace Bot.Briefings.Tests.Sections;

public sealed class SectionClassifierTests
{
    [Theory]
    [InlineData(
        "technology-news",
        "🔥 AI基盤技術ニュース|ＡＩ基盤技術ニュース|AI Foundation Technology|AI Infrastructure & Models|1. 主要テックニュース|オープンソース動向|Open source news|半導体・クラウド最前線|Top stories|AIニュース|第1章 AIモデルの最新動向|What shipped today|Frontier models|大手各社の動き|本日のトップニュース"
    )]
    [InlineData(
        "marketing-news",
        "🎯 マーケティングAIニュース|マーケ×AI最前線|Marketing AI|Ad tech watch|広告・アドテク動向|Retail media news|ブランドとAIのニュース|マーケティングテクノロジー|Adland & AI|顧客接点とAI"
    )]
    [InlineData(
        "startups",
        "🚀 新興企業・スタートアップ動向|注目の資金調達|Deal flow|Startups & Funding|AIスタートアップ投資動向|Venture rounds|ベンチャーの調達ニュース|Who raised|だれがいくら集めたか|Follow the money|Who got funded"
    )]
    [InlineData(
        "future-tech",
        "💡 未来変革テクノロジー|研究・ブレークスルー|Future Technologies|注目の論文|Deep dives|Emerging technology|先端技術の深掘り|Research breakthroughs|研究開発ニュース|明日の技術|Technologies to watch|技術の芽"
    )]
    [InlineData(
        "analysis",
        "📈 詳細進化分析|Evolution Analysis|Deep comparison|市場分析|深掘り分析|Trend analysis|比較で見る変化|How the field evolved|読み比べ|昔と今"
    )]
    [InlineData(
        "insights",
        "🌟 戦略的インサイト|要点と示唆|Strategic Insights|Key takeaways|So what?|経営への示唆|Lessons for operators|編集部の視点|経営層へのメッセージ|What leaders should know"
    )]
    [InlineData(
        "outlook",
        "🔮 包括的展望|これからの見通し|Outlook|What's next|未来展望|Looking ahead|今後の予測|Future outlook|先読み|ここから先|Where this is heading|What to watch next"
    )]
    [InlineData(
        "references",
        "参考文献|📚 参考文献|出典一覧|References|Sources|参考リンク|Bibliography|引用・参照|Sources and further reading|参照元一覧|Where we read it|Cited works"
    )]
    [InlineData(
        "other",
        "⚖️ 規制・政策動向|🧑‍🏭 現場レポート|市場動向|AI規制ニュース|Events|用語集|編集後記|今後のイベント予定|Policy & regulation|マーケット概況|Glossary|Corrections|人事|おまけ|編集部より|Talent moves|Market snapshot|訴訟"
    )]
    [InlineData("technology-news", "AI 기술 뉴스|주요 뉴스|오늘의 소식|今日头条|AI芯片新闻|大模型动态|开源速递")]
    [InlineData("marketing-news", "마케팅 AI 뉴스|광고와 브랜드|AI营销新闻")]
    [InlineData("startups", "💰 투자 유치|스타트업 펀딩|投融资|初创企业融资|创业公司与投资")]
    [InlineData("future-tech", "미래 기술|차세대 연구|前沿技术|未来科技")]
    [InlineData("analysis", "심층 분석|트렌드 비교|深度分析|趋势对比")]
    [InlineData("insights", "전략적 인사이트|시사점|战略启示|观点与建议")]
    [InlineData("outlook", "종합 전망|향후 예측|未来展望|前景预测")]
    [InlineData("references", "참고문헌|출처|参考资料|信息来源")]
    [InlineData("other", "규제와 정책|社会趣闻|World news")]
    public void A_heading_is_classified_by_its_meaning(string kind, string headings)
    {
        foreach (var heading in headings.Split('|'))
        {
            Assert.Equal($"{heading}: {kind}", $"{heading}: {SectionKindName.Of(Classify(heading) ?? SectionKind.Other)}");
        }
    }

    private static SectionKind? Classify(string heading) =>
        SectionClassifier.Classify(heading, SectionClassifier.ReadFolded(Folding.Fold(heading), Vocabulary.Default), Vocabulary.Default);

    [Fact]
    public void An_admin_adds_words()
    {
        var options = new VocabularyOptions { Sections = { ["marketing-news"] = new() { ["お店の話"] = 6 } } };
        var reader = new BriefingReader(Vocabulary.Default.Merge(options));

        Assert.Equal(SectionKind.Other, new BriefingReader().Read("## お店の話\n\nあ\n\n## 別の話\n").Briefing.Sections[0].Kind);
        Assert.Equal(SectionKind.MarketingNews, reader.Read("## お店の話\n\nあ\n\n## 別の話\n").Briefing.Sections[0].Kind);
        Assert.Equal(SectionKind.Outlook, reader.Read("## 展望\n").Briefing.Sections[0].Kind);
    }

    [Fact]
    public void Words_that_nobody_added_to_are_not_prepared_again()
    {
        Assert.Same(Vocabulary.Default, Vocabulary.Default.Merge(new VocabularyOptions()));
        Assert.NotEqual(Vocabulary.Default.Hash, Vocabulary.Default.Merge(new VocabularyOptions { Bylines = ["あ"] }).Hash);
    }

    [Fact]
    public void A_kind_that_does_not_exist_is_refused() =>
        Assert.Contains(
            "gossip",
            Assert
                .Throws<ArgumentException>(() =>
                    Vocabulary.Default.Merge(new VocabularyOptions { Sections = { ["gossip"] = new() { ["a"] = 1 } } })
                )
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_heading_without_words_is_classified_by_its_content()
    {
        var sections = new BriefingReader()
            .Read(
                "## 🚀\n\n| 企業 | 調達額 |\n|-|-|\n| X | $1M |\n\n## 🔮\n\n- 短期: a\n- 長期: b\n\n## 😀\n\n- a\n\n## ほげほげ\n\n[1] A. (2026). *B*. https://a.example\n\n[2] C. (2026). *D*. https://c.example\n"
            )
            .Briefing.Sections;

        Assert.Equal(
            [SectionKind.Startups, SectionKind.Outlook, SectionKind.Other, SectionKind.References],
            sections.Select(section => section.Kind)
        );
    }
}
