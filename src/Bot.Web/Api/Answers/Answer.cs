using System.ComponentModel;

namespace Bot.Web.Api.Answers;

/// <summary>An answer as data.</summary>
[Description("An answer from the archive of briefings, with its day and its sources.")]
public sealed record Answer
{
    [Description("The command that answered.")]
    public required string Command { get; init; }

    [Description("The question as it was understood; it can be typed in a chat.")]
    public required string Question { get; init; }

    [Description("Key of the series that was asked.")]
    public required string Series { get; init; }

    [Description("Day of the briefing that the answer is from, YYYY-MM-DD; null if it is from several or from none.")]
    public required string? Date { get; init; }

    [Description("The answer covers the archive up to this day, YYYY-MM-DD; null if it is limited to the days that were asked about.")]
    public required string? AsOf { get; init; }

    [Description("Language of the bot's own words: ja or en. The briefings keep their author's language.")]
    public required string Language { get; init; }

    [Description("The briefings that the answer names.")]
    public required IReadOnlyList<AnswerBriefing> Briefings { get; init; }

    [Description("The answer in one sentence.")]
    public required string Summary { get; init; }

    [Description("The whole answer as plain text; citations are numbers in brackets.")]
    public required string Text { get; init; }

    [Description("The same in parts, in order.")]
    public required IReadOnlyList<AnswerBlock> Blocks { get; init; }

    [Description("The sources cited.")]
    public required IReadOnlyList<AnswerCitation> Citations { get; init; }

    [Description("The next page of a longer list; null after the last.")]
    public required AnswerPage? Next { get; init; }
}

/// <summary>A briefing that an answer names.</summary>
public sealed record AnswerBriefing
{
    public required string Series { get; init; }

    [Description("YYYY-MM-DD")]
    public required string Date { get; init; }

    [Description("Empty for the regular one of that day.")]
    public required string Edition { get; init; }

    [Description("Its page on this bot.")]
    public required string Page { get; init; }
}

/// <summary>A part of an answer.</summary>
public sealed record AnswerBlock
{
    [Description("What it is: paragraph, heading, list, table, quote, code, headline, small, deck, contents, card, sources or correction.")]
    public required string Kind { get; init; }

    public required string Text { get; init; }

    [Description("Cells of a table, the header first; null for everything else.")]
    public required IReadOnlyList<IReadOnlyList<string>>? Rows { get; init; }

    [Description("The sources that this part cites.")]
    public required IReadOnlyList<AnswerCitation> Citations { get; init; }
}

/// <summary>A cited source.</summary>
public sealed record AnswerCitation
{
    [Description("Its number in its briefing.")]
    public required int Number { get; init; }

    [Description("Publisher, else title; null if the briefing does not list the number.")]
    public required string? Name { get; init; }

    [Description("Null if the briefing gives no address.")]
    public required string? Url { get; init; }
}

/// <summary>The way to a list's next page.</summary>
public sealed record AnswerPage
{
    [Description("Ask the same again with this skip.")]
    public required int Skip { get; init; }

    [Description("And with this asOf, so that what arrives meanwhile does not shift the pages; null: leave it out.")]
    public required string? AsOf { get; init; }

    [Description("The whole address.")]
    public required string Href { get; init; }
}
