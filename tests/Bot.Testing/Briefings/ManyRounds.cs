using System.Globalization;
using System.Text;

namespace Bot.Testing.Briefings;

/// <summary>A briefing with a funding table of any length, for lists that are too long for cards.</summary>
public static class ManyRounds
{
    /// <summary>
    /// Rounds in the order of the document: <c>会社1</c> has 10 million dollars, each next one 10 million more; the last one but one is in
    /// yen and the last one undisclosed. Every round cites reference 1.
    /// </summary>
    public static string Markdown(int rounds, string potential = "港の荷役を変える")
    {
        var table = new StringBuilder();
        for (var at = 1; at <= rounds; at++)
        {
            var amount =
                at == rounds ? "非公開"
                : at == rounds - 1 ? "30億円"
                : (at * 1000).ToString(CultureInfo.InvariantCulture) + "万ドル（シード）";
            table.Append(CultureInfo.InvariantCulture, $"| 会社{at} | 事業{at} | {amount} | 投資家{at} | {potential}{at} [1] |\n");
        }

        return $"""
            # 港のAI 2026年1月11日：荷役の自動化

            要旨です。

            ## 🚀 新興企業・スタートアップ動向

            | 企業名 | 事業内容 | 調達額 | 主要投資家 | 未来変革ポテンシャル |
            | --- | --- | --- | --- | --- |
            {table}
            ## 参考文献

            1. 「荷役の資金」港新聞 https://news.example/1
            """;
    }
}
