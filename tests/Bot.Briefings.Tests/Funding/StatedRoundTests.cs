using Bot.Briefings.Tests.Reading;

namespace Bot.Briefings.Tests.Funding;

/// <summary>What a day says of money, each kind of statement as a section of a small document: one test a kind.</summary>
public sealed class StatedRoundTests
{
    [Fact]
    public void The_company_is_the_one_that_receives() =>
        Assert.Equal(
            "Salvia 110000000 USD series-c by Quarle; Mireo 55000000 USD series-b; Lexary 48000000 USD series-b; "
                + "Stowage 150000000 USD series-d; Fourth Shore 1200000000 USD seed; Corvell 35000000 USD series-b; Tethys 250000000 USD",
            Rounds(
                """
                - **Quarle、素材AIの「Salvia」に出資**: Salviaが、Quarleなどが参加するシリーズCで1億1000万ドルを調達しました。
                - **動画編集AIの「Mireo」、5500万ドルを調達**: Mireoが、シリーズBで5500万ドルを調達しました。
                - **税務向け要約AI「Lexary」、4800万ドルを調達**: Lexaryが、シリーズBで4800万ドルを調達しました。
                - **倉庫基盤Stowage、1.5億ドルを調達**: Stowageが、シリーズDで1.5億ドルを調達しました。
                - **元Brindle研究長のノア・ベルク氏、12億ドルをシードで調達**: ベルク氏が設立した「Fourth Shore」が、12億ドルのシードラウンドを終えました。
                - **Corvell：初の黒字に**: Corvellが、シリーズBで3500万ドルを調達しました。
                - **Tethys、契約数が3倍**: Tethysが、2.5億ドルを調達しました。
                """
            )
        );

    [Fact]
    public void Only_names_of_givers_are_investors() =>
        Assert.Equal(
            "Tethys 250000000 USD by Heron Investment Group; Mireo 55000000 USD series-a; Sablefin 30000000 USD; Kupka 45000000 USD",
            Rounds(
                """
                - **Tethys、分析市場をリード**: 時系列データベースを開発するTethysが、Heron Investment Group主導で2.5億ドルを調達しました。
                - **Mireo**: シリーズAで5500万ドルを調達しました。ローンチから一年で利用者は300万人を獲得しています。
                - **Sablefin**: ステルスモードから資金調達とともに姿を現し、3000万ドルを確保しました。
                - **Kupka**: 4500万ドルを調達しました。顧客からの投資判断の相談が増えています。
                """
            )
        );

    [Fact]
    public void A_plan_is_no_completed_round_and_a_total_is_none() =>
        Assert.Equal(
            "Orvela 38000000 USD series-a planned; Finch 14000000 USD at 120000000 USD series-a",
            Rounds(
                """
                - **Orvela（介護AI）**: 施設向けの記録ソフトを手がけ、3800万ドルのシリーズA調達を目指しています。
                - **AI新興の資金調達額が過去最高に**: 2025年、AI関連の新興企業は合わせて1200億ドルの資金を調達しました。新規株式公開（IPO）も続く見込みです。
                - **Finch**: シリーズAで1400万ドルを調達し、評価額は1.2億ドルに達しました。
                """
            )
        );

    [Fact]
    public void Several_events_of_an_entry_are_several_rounds_with_their_own_citations() =>
        Assert.Equal(
            "Bretta 4100000 USD seed [1]; Ocelia 2600000 USD seed [2]; Numora 120000000 USD at 900000000 USD [3]; "
                + "Numora 200000000 USD at 3000000000 USD [3]; Kendrel at 500000000 USD series-b [4]; "
                + "Kendrel 1400000000 USD acquisition by Quarle [4]",
            Rounds(
                """
                - **BrettaとOcelia、シード資金を調達**: 経理AIのBrettaが410万ドル [1]、看護向けのOceliaが260万ドル [2] のシード資金をそれぞれ調達しました。
                - **Numora**: 2025年5月に評価額9億ドルで1.2億ドルを調達し、10月には評価額30億ドルで2億ドルを調達しました [3]。
                - **Kendrel**: シリーズBで評価額5億ドルで資金を調達した翌月、14億ドル超でQuarleに買収されました [4]。
                """
            )
        );

    [Fact]
    public void A_stage_is_a_word_of_its_own_that_stands_with_the_round()
    {
        var rounds = Rounds(
            """
            | 企業名 | 調達額 | 評価額 |
            | :--- | :--- | :--- |
            | **Skoll AI** | $900M (C) | $8B |
            | **Noviar** | $36M (Seed+A) | - |
            | **Fourth Shore** | 12億ドル（報道） | 70億ドル（報道） |

            - **Quaint**: 音と映像の信号を統合した地図を作り、7000万ドルを調達しました。
            - **Aerlin**: ドローンによる橋の点検を手がけ、1800万ドルを調達しました。新機能も来月ローンチします。
            - **Nestling**: 非上場のAI企業としては最大の4億ドルを調達しました。
            - **Vaultry**: 2億ドルを調達しました。金融資産の管理に使われています。
            """
        );

        Assert.Equal(
            "Skoll AI 900000000 USD at 8000000000 USD series-c; Noviar 36000000 USD; Fourth Shore 1200000000 USD at 7000000000 USD; "
                + "Quaint 70000000 USD; Aerlin 18000000 USD; Nestling 400000000 USD; Vaultry 200000000 USD",
            rounds
        );
    }

    private static string Rounds(string section) =>
        AuthorLayoutTests.Rounds(
            new BriefingReader().Read("# 米国AIの朝 2026年4月13日\n\n## 💰 新興企業・スタートアップ動向\n\n" + section).Briefing
        );
}
