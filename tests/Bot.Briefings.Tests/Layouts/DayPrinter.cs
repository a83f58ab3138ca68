using System.Globalization;
using System.Text;
using Bot.Briefings.Model;

namespace Bot.Briefings.Tests.Layouts;

/// <summary>Prints a day's facts in a layout.</summary>
internal sealed class DayPrinter(DayFacts day, Layout layout)
{
    private static readonly string[] Emoji = ["🔥", "🎯", "🚀", "💡", "🌟", "🔮", "📚"];
    private static readonly string[] Japanese =
    [
        "AI基盤技術ニュース",
        "マーケティングAIニュース",
        "新興企業・スタートアップ動向",
        "未来変革テクノロジー",
        "戦略的インサイト",
        "包括的展望",
        "参考文献",
    ];
    private static readonly string[] English =
    [
        "AI foundation news",
        "Marketing AI news",
        "Startups and funding",
        "Technologies of the future",
        "Strategic insights",
        "Outlook",
        "References",
    ];

    private readonly StringBuilder _text = new();

    public static string Headline(bool japanese, int section) => (japanese ? Japanese : English)[section];

    public string Print()
    {
        Title();
        Line(day.IsJapanese ? "要旨の文です。短く述べます。" : "The day in short. It was calm.");
        Entries(0, day.Technology);
        Entries(1, day.Marketing);
        Rounds();
        Entries(3, day.Dives);
        Entries(4, day.Insights);
        Outlook();
        References();
        if (layout.Byline)
        {
            Line("---");
            Line(day.IsJapanese ? "*本レポートは自動生成されました。*" : "*Generated automatically.*");
        }

        return _text.ToString();
    }

    public string TitleText =>
        (day.IsJapanese ? "今日のAI動向 " : "AI briefing ") + (layout.Title == TitleForm.BracketedDate ? "（" + DateText + "）" : DateText);

    private string DateText =>
        day.IsJapanese
            ? $"{day.Date.Year}年{day.Date.Month}月{day.Date.Day}日"
            : day.Date.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    private void Title()
    {
        if (layout.FrontMatter)
        {
            _text.Append("---\nlayout: post\ntags: [ai, daily]\n---\n\n");
        }

        Line(
            layout.Title switch
            {
                TitleForm.BoldLine => "📊 **" + (day.IsJapanese ? "今日のAI動向" : "AI briefing") + "** " + DateText,
                TitleForm.SecondLevel => "## " + TitleText,
                _ => "# " + TitleText,
            }
        );
    }

    private void Line(string text) => _text.Append(text).Append("\n\n");

    private void Section(int section)
    {
        if (layout.Rules)
        {
            Line("---");
        }

        var name = (layout.Numbers ? $"{section + 1}. " : "") + Headline(day.IsJapanese, section);
        var emoji = layout.Emoji ? Emoji[section] + " " : "";
        var form =
            section == 6
                ? layout.ReferenceHeading switch
                {
                    0 => layout.Sections,
                    1 => SectionForm.Third,
                    _ => SectionForm.BoldLine,
                }
                : layout.Sections;
        var heading = form switch
        {
            SectionForm.First => "# " + emoji + name,
            SectionForm.Second => "## " + emoji + name,
            SectionForm.Third => "### " + emoji + name,
            _ => emoji + "**" + name + "**",
        };
        _text.Append(heading).Append(layout.BlankBelowHeads || form == SectionForm.BoldLine && section < 6 ? "\n\n" : "\n");
    }

    /// <summary>Sentences, a mark behind the last but its full stop.</summary>
    private string Body(string text, int citation, string indent)
    {
        var (stop, more) = day.IsJapanese ? ("。", "反応は落ち着いています") : (".", "Reactions were calm");
        var parting =
            layout.BrokenLines ? "\n" + indent
            : day.IsJapanese ? ""
            : " ";
        return text + stop + parting + more + " [" + citation + "]" + stop;
    }

    private void Entries(int section, IReadOnlyList<NewsFact> facts)
    {
        Section(section);
        var form = layout.Entries[Math.Min(section, 5)];
        if (form == EntryLayout.TableRow)
        {
            _text.Append(day.IsJapanese ? "| 見出し | 概要 | 出典 |\n|---|---|---|\n" : "| Headline | Summary | Source |\n|---|---|---|\n");
        }

        for (var i = 0; i < facts.Count; i++)
        {
            var fact = facts[i];
            Entry(
                form,
                i + 1,
                fact.Headline,
                indent => Body(fact.Text, fact.Citation, indent),
                () => $"| **{fact.Headline}** | {fact.Text} | [Post][{fact.Citation}] |\n"
            );
        }

        _text.Append('\n');
    }

    private void Entry(EntryLayout form, int number, string head, Func<string, string> body, Func<string> row)
    {
        var below = new string(
            '#',
            layout.Sections switch
            {
                SectionForm.First => 2,
                SectionForm.Second => 3,
                _ => 4,
            }
        );
        _text.Append(
            form switch
            {
                EntryLayout.BoldItem => $"- **{head}**: {body("  ")}\n",
                EntryLayout.PlainItem => $"* {head}: {body("  ")}\n",
                EntryLayout.NumberedItem => $"{number}. **{head}**: {body("   ")}\n\n",
                EntryLayout.ItemOverLines => $"{number}.  **{head}**\n    {body("    ")}\n\n",
                EntryLayout.BoldLine => $"**{head}**\n{body("")}\n\n",
                EntryLayout.BoldLineApart => $"**{head}**\n\n{body("")}\n\n",
                EntryLayout.NumberedBoldLine => $"**{number}. {head}**\n{body("")}\n\n",
                EntryLayout.SubHeading => $"{below} {head}\n\n{body("")}\n\n",
                EntryLayout.NumberedSubHeading => $"{below} {number}. {head}\n\n{body("")}\n\n",
                EntryLayout.OpeningBold => $"**{head}**: {body("")}\n\n",
                _ => row(),
            }
        );
    }

    private void Rounds()
    {
        Section(2);
        var form = layout.Entries[2];
        if (form == EntryLayout.TableRow)
        {
            _text.Append(
                day.IsJapanese
                    ? "| 企業名 | 調達額 | ステージ | 投資家 | 出典 |\n|---|---|---|---|---|\n"
                    : "| Company | Raised | Stage | Investors | Source |\n|---|---|---|---|---|\n"
            );
        }

        for (var i = 0; i < day.Rounds.Count; i++)
        {
            var round = day.Rounds[i];
            var head = day.IsJapanese
                ? $"{round.Company}、{round.Millions * 100}万ドルを調達"
                : $"{round.Company} raises ${round.Millions}M";
            Entry(
                form,
                i + 1,
                head,
                indent => RoundText(round, indent),
                () =>
                    $"| **{round.Company}** | ${round.Millions}M | {(day.IsJapanese ? "シリーズ" : "Series ")}{round.Series} | {round.Investor} | [{round.Citation}] |\n"
            );
        }

        _text.Append('\n');
    }

    private string RoundText(RoundFact round, string indent)
    {
        var parting =
            layout.BrokenLines ? "\n" + indent
            : day.IsJapanese ? ""
            : " ";
        return day.IsJapanese
            ? $"{round.Company}が、シリーズ{round.Series}で{round.Millions * 100}万ドルを調達しました。{parting}{round.Investor}が主導しました [{round.Citation}]。"
            : $"{round.Company} raised ${round.Millions} million in a Series {round.Series} round led by {round.Investor}.{parting}The money goes into hiring [{round.Citation}].";
    }

    private void Outlook()
    {
        Section(5);
        var form = layout.Entries[5];
        if (form == EntryLayout.TableRow)
        {
            _text.Append(day.IsJapanese ? "| 期間 | 内容 |\n|---|---|\n" : "| Horizon | What |\n|---|---|\n");
        }

        for (var i = 0; i < day.Outlook.Count; i++)
        {
            var outlook = day.Outlook[i];
            var stop = day.IsJapanese ? "。" : ".";
            Entry(
                form,
                i + 1,
                Label(outlook.Horizon),
                _ => outlook.Text + stop,
                () => $"| **{Label(outlook.Horizon)}** | {outlook.Text}{stop} |\n"
            );
        }

        _text.Append('\n');
    }

    private string Label(Horizon horizon) =>
        (day.IsJapanese, horizon) switch
        {
            (true, Horizon.Short) => "短期（〜6ヶ月）",
            (true, Horizon.Medium) => "中期（1〜2年）",
            (true, _) => "長期（2031年〜）",
            (_, Horizon.Short) => "Short term (6 months)",
            (_, Horizon.Medium) => "Medium term (1-2 years)",
            _ => "Long term (from 2031)",
        };

    private void References()
    {
        if (layout.References != ReferenceStyle.Footnotes)
        {
            Section(6);
        }

        foreach (var reference in day.References)
        {
            var iso = reference.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var words = reference.Date.ToString("yyyy, MMMM d", CultureInfo.InvariantCulture);
            _text.Append(
                layout.References switch
                {
                    ReferenceStyle.Quoted => $"[{reference.Number}] {reference.Publisher}. \"{reference.Title}.\" {iso}. {reference.Url}\n",
                    ReferenceStyle.Emphasised =>
                        $"[{reference.Number}] {reference.Publisher}. ({words}). *{reference.Title}*. Retrieved from {reference.Url}\n\n",
                    ReferenceStyle.Defined =>
                        $"[{reference.Number}]: {reference.Publisher}. \"{reference.Title}.\" {iso}. {reference.Url}\n",
                    ReferenceStyle.LinkWithBar => $"[{reference.Number}] [{reference.Title} | {reference.Publisher}]({reference.Url})\n",
                    ReferenceStyle.TitleFirst =>
                        $"[{reference.Number}] {reference.Title}. ({words}). {reference.Publisher}. Retrieved from {reference.Url}\n",
                    ReferenceStyle.OrderedList =>
                        $"{reference.Number}. {reference.Publisher}. \"{reference.Title}.\" {iso}. {reference.Url}\n",
                    _ => $"[^{reference.Number}]: {reference.Publisher}. \"{reference.Title}.\" {iso}. {reference.Url}\n",
                }
            );
        }

        _text.Append('\n');
    }
}
