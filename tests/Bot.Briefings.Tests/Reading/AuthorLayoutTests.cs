using Bot.Briefings.Model;
using Bot.Briefings.Text;

namespace Bot.Briefings.Tests.Reading;

/// <summary>The layouts in which authors write a day, each as a whole small document: one test a layout.</summary>
public sealed class AuthorLayoutTests
{
    private const string Startups = "startups";

    [Fact]
    public void Bold_lines_with_an_emoji_after_a_rule_are_section_headings()
    {
        var briefing = Read(
            """
            🗞 **米国AIの朝** 2026年4月7日

            端末の話題が続きます。

            ---

            🔧 **AI基盤技術ニュース**

            - **Quillmark、辞書モデルを配布**: 2GBで動きます [1]。

            ---

            💰 **スタートアップの資金調達**

            - **Ostrel、900万ドルを調達**: シリーズAをCairn Partnersが主導しました [2]。

            ---

            🔭 **展望**

            - **短期（〜1年）**: 値下げが続きます。

            ---

            **出典**

            [1] Quillmark Blog. (2026, April 6). *A dictionary model*. https://quillmark.example/a

            [2] Round Post. (2026, April 7). *Ostrel raises $9M*. https://roundpost.example/b
            """
        );

        Assert.Equal(
            ("米国AIの朝 2026年4月7日", new DateOnly(2026, 4, 7)),
            (briefing.Title!.Replace("🗞 ", "", StringComparison.Ordinal), briefing.Date)
        );
        Assert.Equal("technology-news 1, startups 1, outlook 1, references 2", Kinds(briefing));
        Assert.Equal("Ostrel 9000000 USD series-a by Cairn Partners [2]", Rounds(briefing));
        Assert.DoesNotContain(
            briefing.Warnings,
            warning => warning.Code is WarningCodes.MissingTitle or WarningCodes.DanglingCitation or WarningCodes.MissingReferences
        );
    }

    [Fact]
    public void Headings_of_the_third_level_are_sections_where_no_higher_ones_are()
    {
        var briefing = Read(
            """
            # 米国AIの朝 2026年4月8日

            電力の契約が話題です。

            ---

            ### 🔧 AI基盤技術ニュース

            - **Brindle、冷却板を発表**: 水を使いません。

            ---

            ### 💰 新興企業・スタートアップ動向

            - **Kelda、4500万ドルを調達**: シリーズCをMoss & Fernが主導しました。

            ---

            ### 🔭 包括的展望

            - **短期（〜1年）**: 契約が増えます。
            """
        );

        Assert.Equal("電力の契約が話題です。", briefing.Lead);
        Assert.Equal("technology-news 1, startups 1, outlook 1", Kinds(briefing));
        Assert.Equal("Kelda 45000000 USD series-c by Moss & Fern", Rounds(briefing));
    }

    [Fact]
    public void References_at_the_end_begin_their_own_section_whatever_their_level()
    {
        var briefing = Read(
            """
            # 米国AIの朝 2026年4月9日

            ## 🔧 AI基盤技術ニュース

            - **Lanthorn、新しい翻訳器を発表**: 方言を訳します [1]。

            ## 🔭 包括的展望

            **短期予測（〜1年）**
            対応する方言が増えます。

            **長期予測（3〜5年）**
            旅先で使えます。

            ---

            ### 参考文献
            [1] Word Wire. "Lanthorn speaks in dialects." Apr 8, 2026.
            [2] Travel Desk. "The phrase book retires." 2026-04-09.
            """
        );

        Assert.Equal(
            ["1 Word Wire 2026-04-08 Lanthorn speaks in dialects", "2 Travel Desk 2026-04-09 The phrase book retires"],
            briefing.References.Select(reference =>
                $"{reference.Number} {reference.Publisher} {reference.Date} {reference.Title!.TrimEnd('.')}"
            )
        );
        Assert.Equal("旅先で使えます。", briefing.Outlook[^1].Text);
        Assert.DoesNotContain(
            briefing.Warnings,
            warning => warning.Code is WarningCodes.DanglingCitation or WarningCodes.MissingReferences
        );
    }

    [Fact]
    public void A_bold_line_with_its_paragraph_is_an_entry()
    {
        var briefing = Read(
            """
            # 米国AIの朝 2026年4月10日

            ## 🔧 AI基盤技術ニュース

            **Emberly、地図に会話を載せる**
            地図の上で質問できます。

            **Tolliver、字幕の遅れを縮める**
            遅れは0.2秒です。

            ## 💰 新興企業・スタートアップ動向

            **Wrenfield、シリーズBで3800万ドルを調達**
            検査のWrenfieldが、シリーズBで3800万ドルを調達しました。Holt Capitalが主導しました。

            **Peregrine Bay、研究所を開く**
            Peregrine Bayは札幌に研究所を開きました。
            """
        );

        Assert.Equal(["Emberly、地図に会話を載せる", "Tolliver、字幕の遅れを縮める"], briefing.News.Select(item => item.Headline));
        Assert.Equal("Wrenfield 38000000 USD series-b by Holt Capital", Rounds(briefing));
    }

    [Fact]
    public void A_sub_heading_with_its_text_is_an_entry()
    {
        var briefing = Read(
            """
            # 米国AIの朝 2026年4月11日

            ## 💰 新興企業・スタートアップ動向

            ### 手話AIに注目、Signaraが6200万ドルを獲得

            手話AIの**Signara**が、シリーズBラウンドで6200万ドル（約95億円）を調達し、評価額は7億ドルになりました。今回のラウンドはVenn Capitalが主導し、Oak Incubatorも参加しました。

            ### Kestrelin、ARRが1億ドルを超える

            Kestrelinの年間経常収益が1億ドルを超えました。
            """
        );

        Assert.Equal("Signara 62000000 USD at 700000000 USD series-b by Venn Capital, Oak Incubator", Rounds(briefing));
    }

    [Fact]
    public void A_row_of_a_table_is_an_entry()
    {
        var briefing = Read(
            """
            # 米国AIの朝 2026年4月12日

            ## 🔧 AI基盤技術ニュース

            | 話題 | 内容 | 出典 |
            |:---|:---|:---|
            | **Quarle、利用規約を改める** | 再配布を認めます。 | [Daily Rule][1] |
            | **Brindle、次の冷却板を公開** | 秋に出荷します。 | [Cold Desk][2] |

            ## 💰 新興企業・スタートアップ動向

            | 企業名 | 動向 | 概要 | 出典 |
            |:---|:---|:---|:---|
            | **Fenn** | **$95Mの資金調達** | 評価額$800M。倉庫の鍵を管理します。 | [Lock News][3] |
            | **Tansy AI** | **空港の契約を獲得** | 評価額$4Bの同社が契約しました。 | [Gate][4] |
            | **Ripley** | **$12MのシリーズA調達** | 返品を減らします。 | [Shop][5] |
            """
        );

        Assert.Equal(
            ["Quarle、利用規約を改める [1]", "Brindle、次の冷却板を公開 [2]"],
            briefing.News.Select(item => $"{item.Headline} [{string.Join(',', item.Citations)}]")
        );
        Assert.Equal("Fenn 95000000 USD at 800000000 USD [3]; Ripley 12000000 USD series-a [5]", Rounds(briefing));
    }

    [Fact]
    public void Months_and_years_of_an_outlook_are_counted_as_such()
    {
        var briefing = Read(
            """
            # 米国AIの朝 2026年3月14日

            ## 🔭 包括的展望

            - **短期（〜4ヶ月）**: 試験が始まります。
            - **中期（2027〜2028年）**: 工場で量産が始まります。
            - **長期（2029年〜）**: 店に並びます。
            """
        );

        Assert.Equal(
            [(null, new DateOnly(2026, 7, 1)), (new DateOnly(2027, 1, 1), new DateOnly(2028, 12, 1)), (new DateOnly(2029, 1, 1), null)],
            briefing.Outlook.Select(outlook => ((DateOnly?)outlook.From, outlook.To))
        );
    }

    [Fact]
    public void A_line_that_the_author_broke_gets_no_blank_in_Japanese()
    {
        var document = """
            # 米国AIの朝 2026年3月15日

            ## 📈 詳細進化分析

            **地図の使われ方が変わる**
            地図は見るものから尋ねるものへ
            移ります。

            対象期間: 3月8日〜3月14日
            記事数: 31本
            """;
        var reading = new BriefingReader().Read(document);
        var plain = string.Join('|', reading.Sections[0].Select(block => PlainText.Of(block)));

        Assert.Contains("尋ねるものへ移ります。", plain, StringComparison.Ordinal);
        Assert.Contains("3月14日記事数", plain, StringComparison.Ordinal);
    }

    [Fact]
    public void Footnotes_and_links_in_the_text_are_sources()
    {
        var briefing = Read(
            """
            # AI Weekly 2026年3月16日

            ## ニュース

            - **Quillmark、単語帳を公開**: 端末で動きます。[^1]
            - **Lanthorn、発音を公開**: 6万語です。（出典: [Lanthorn Blog](https://lanthorn.example/sound)）

            ## 資金調達

            - **Ostrel**: シリーズAで900万ユーロを調達しました。[^2]

            [^1]: Quillmark Blog, "Word cards", 2026-03-14, https://quillmark.example/cards
            [^2]: Ostrel fills its A. (2026, March 15). Coast Post. Retrieved from https://coastpost.example/ostrel
            """
        );

        Assert.Equal(
            [("Quillmark Blog", "Word cards"), ("Coast Post", "Ostrel fills its A")],
            briefing.References.Select(reference => (reference.Publisher!, reference.Title!))
        );
        Assert.Equal(("Lanthorn Blog", "https://lanthorn.example/sound"), Named(Assert.Single(briefing.InlineSources)));
        Assert.Equal("Ostrel 9000000 EUR series-a [2]", Rounds(briefing));
        Assert.DoesNotContain(briefing.Warnings, warning => warning.Code == WarningCodes.DanglingCitation);
    }

    [Fact]
    public void Front_matter_behind_a_blank_line_gives_title_and_day_and_is_no_content()
    {
        var briefing = Read(
            "\n---\ntitle: \"AI週報：地図の競争\"\ndate: 2026-03-17\ntags: [maps]\n---\n\n## ニュース\n\n- **Emberly、地図を公開**: 端末で動きます。\n"
        );

        Assert.Equal(("AI週報：地図の競争", new DateOnly(2026, 3, 17)), (briefing.Title!, briefing.Date!.Value));
        Assert.Equal("technology-news 1", Kinds(briefing));
        Assert.Null(briefing.Lead);
    }

    private static (string, string) Named(InlineSource source) => (source.Publisher, source.Url);

    private static Briefing Read(string document) => new BriefingReader().Read(document).Briefing;

    private static string Kinds(Briefing briefing) =>
        string.Join(", ", briefing.Sections.Select(section => $"{SectionKindName.Of(section.Kind)} {section.ItemCount}"));

    internal static string Rounds(Briefing briefing) => string.Join("; ", briefing.Funding.Select(Round));

    private static string Round(FundingRound round) =>
        string.Join(
            ' ',
            (
                (string?[])
                    [
                        round.Company,
                        round.Amount is { } amount ? $"{amount.Value:0} {amount.Currency}" : null,
                        round.Valuation is { } value ? $"at {value.Value:0} {value.Currency}" : null,
                        round.Stage,
                        round.Investors.Count > 0 ? "by " + string.Join(", ", round.Investors) : null,
                        round.Status == FundingStatus.Planned ? "planned" : null,
                        round.Citations.Count > 0 ? $"[{string.Join(',', round.Citations)}]" : null,
                    ]
            ).OfType<string>()
        );
}
