using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Platforms;
using Bot.Chat.Trees;
using Markdig.Syntax;

namespace Bot.Delivery.Administering;

/// <summary>A call of the administering command: where it was made, by whom, in which words, and its replies.</summary>
/// <param name="Call">After its platform said that the caller is an admin.</param>
/// <param name="Rest">What follows the subcommand.</param>
/// <param name="Series">Those that the workspace may get, in the order of the configuration.</param>
internal sealed record AdminCall(CommandCall Call, string Rest, IReadOnlyList<Series> Series)
{
    public DeliveryTexts Words => DeliveryTexts.In(Call.Locale);

    public Texts Shared => Texts.In(Call.Locale);

    /// <summary>Null where there is no channel: the command line.</summary>
    public ChannelAddress? Channel => Call.Channel.Length == 0 || Call.Workspace.Length == 0
        ? null
        : new ChannelAddress(Call.Platform, Call.Workspace, Call.Channel);

    /// <summary>Who it is, as the audit names them.</summary>
    public string Actor => $"{Call.Platform}:{Call.Workspace}/{Call.User}";

    /// <summary>The series that the text names, and the text without it; the first series, whole text, when it names none.</summary>
    public (Series? Named, string Others) TakeSeries()
    {
        var words = Rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var place = Array.FindIndex(words, word => Series.Any(series => Is(series, word)));
        return place < 0
            ? (null, Rest)
            : (Series.First(series => Is(series, words[place])), string.Join(' ', words.Where((_, index) => index != place)));
    }

    /// <summary>A reply whose first line is the answer; each further text is a line of its own.</summary>
    public Reply Say(string answer, params IEnumerable<string?> lines) => Say(succeeded: true, answer, lines);

    /// <summary>Why it was not done, and what to do.</summary>
    public Reply Refuse(string answer, params IEnumerable<string?> lines) => Say(succeeded: false, answer, lines);

    private static bool Is(Series series, string word) => string.Equals(series.Key, word, StringComparison.OrdinalIgnoreCase);

    private Reply Say(bool succeeded, string answer, IEnumerable<string?> lines)
    {
        var body = new MarkdownDocument { Nodes.Paragraph([Nodes.Bold(Nodes.Text(answer))]) };
        foreach (var line in lines.OfType<string>())
        {
            body.Add(Nodes.Paragraph(line));
        }

        return new Reply(new Message(body) { Locale = Call.Locale }) { Succeeded = succeeded };
    }
}
