using Bot.Briefings.Tests.Reading;

namespace Bot.Briefings.Tests.Funding;

/// <summary>How newsletters of several languages tell of money: one test a kind, each case a small document.</summary>
public sealed class NewsletterRoundTests
{
    [Theory]
    [InlineData(
        "- **Hoshia**: シリーズBの第三者割当増資で68億円を調達しました。引受先は、共同でリードを務めたミドリ・ブレインとアサヒナ グループ、それに事業会社のトウテツです。",
        "Hoshia 6800000000 JPY series-b by ミドリ・ブレイン, アサヒナ グループ, トウテツ"
    )]
    [InlineData(
        "- **Hoshia**: 1億2,000万円を調達しました。資金を出したのはORNIと山桜ファンドです。",
        "Hoshia 120000000 JPY by ORNI, 山桜ファンド"
    )]
    [InlineData(
        "- **Hoshia**: シリーズDで2億ドルを調達しました。Light Capitalが主導し、既存株主のGVに加えて、今回初めて株主となったKite Venturesも出資しています。",
        "Hoshia 200000000 USD series-d by Light Capital, GV, Kite Ventures"
    )]
    public void Labels_and_descriptions_leave_the_names_of_those_who_give(string entry, string expected) =>
        Assert.Equal(expected, Rounds(entry));

    [Theory]
    [InlineData(
        "- **Hoshia**: シリーズBで50億円を調達したほか、みずき銀行から20億円を借り入れた。増資の引受先はミドリキャピタル。",
        "Hoshia 5000000000 JPY series-b by ミドリキャピタル; Hoshia 2000000000 JPY debt by みずき銀行"
    )]
    [InlineData(
        "- **Fennel**, a lender to farms, landed a $9M Series A led by Kite Partners and a further $3M of venture debt from Pell Bank.",
        "Fennel 9000000 USD series-a by Kite Partners; Fennel 3000000 USD debt by Pell Bank"
    )]
    [InlineData(
        "- **云帆医疗**：其种子轮融资为1500万元，由海山创投独家投资；A轮融资为8000万元，由松石资本领投。",
        "云帆医疗 15000000 CNY seed by 海山创投; 云帆医疗 80000000 CNY series-a by 松石资本"
    )]
    public void Instruments_of_one_entry_stay_apart(string entry, string expected) => Assert.Equal(expected, Rounds(entry));

    [Theory]
    [InlineData("- Hoshiaが保有する子会社TidepoolをRackfoldに2億ドルで売却", "Tidepool 200000000 USD acquisition by Rackfold")]
    [InlineData("- Hoshiaは製造装置を中国企業に売却した", "")]
    [InlineData("- Hoshiaの買収にRackfoldが名乗りを上げた", "")]
    [InlineData("- **M&A**: Lumina → Rackfold、$120M", "Rackfold 120000000 USD acquisition by Lumina")]
    public void A_sale_names_what_is_sold_and_its_buyer(string entry, string expected) => Assert.Equal(expected, Rounds(entry));

    [Theory]
    [InlineData(
        "- 【募資】砂石智慧完成新台幣 3.2 億元 A 輪募資，由淡水創投領投，東江創投跟投。",
        "砂石智慧 320000000 TWD series-a by 淡水創投, 東江創投"
    )]
    [InlineData("- **听泉科技**：获拾星创投2000万元独家投资。", "听泉科技 20000000 CNY by 拾星创投")]
    [InlineData("- 红松资本完成新一期基金募集，规模20亿元", "")]
    public void Chinese_is_read_in_both_scripts(string entry, string expected) => Assert.Equal(expected, Rounds(entry));

    [Theory]
    [InlineData(
        "- **조리 로봇 '부엌온', 210억 원 시리즈 B 투자 유치**: 한들인베스트먼트가 라운드를 주도했고 도담벤처스가 참여했습니다.",
        "부엌온 21000000000 KRW series-b by 한들인베스트먼트, 도담벤처스"
    )]
    [InlineData(
        "- **미국 코랄 웍스, 시리즈 D로 6억 달러 조달**: Blue Harbor가 주도했습니다.",
        "코랄 웍스 600000000 USD series-d by Blue Harbor"
    )]
    [InlineData("- **인도, AI 반도체에 30억 달러 보조금 편성**", "")]
    public void Korean_names_may_stand_in_straight_marks_or_have_two_words(string entry, string expected) =>
        Assert.Equal(expected, Rounds(entry));

    private static string Rounds(string entry) =>
        AuthorLayoutTests.Rounds(
            new BriefingReader().Read("# 米国AIの朝 2026年4月13日\n\n## スタートアップ資金調達\n\n" + entry + "\n").Briefing
        );
}
