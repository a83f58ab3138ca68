using Bot.Archive.Subscriptions;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Platforms;
using Bot.Chat.Trees;
using Markdig.Syntax;

namespace Bot.Delivery.Administering;

/// <summary>A call of the administering command: where it was made, by whom, in which words, and its replies.</summary>
/// <param name="Call">After its platform said that the caller is an admin, or the operator's own; its text is what follows the
/// subcommand.</param>
/// <param name="Series">Those that the workspace may get, in the order of the configuration; all for the operator.</param>
internal sealed record AdminCall(CommandCall Call, IReadOnlyList<Series> Series)
{
    public DeliveryTexts Words => DeliveryTexts.In(Call.Locale);

    public Texts Shared => Texts.In(Call.Locale);

    /// <summary>Null where there is no channel: the command line.</summary>
    public ChannelAddress? Channel =>
        Call.Channel.Length == 0 || Call.Workspace.Length == 0 ? null : new ChannelAddress(Call.Platform, Call.Workspace, Call.Channel);

    /// <summary>Null: the operator's, about every workspace.</summary>
    public (PlatformId Platform, string Workspace)? Workspace => Call.IsOperators ? null : (Call.Platform, Call.Workspace);

    /// <summary>A series by its name, with the subscription's own where it has one.</summary>
    public string NameOf(SubscriptionSpec spec)
    {
        var series = Series.FirstOrDefault(series => series.Key == spec.Series)?.Name ?? spec.Series;
        return spec.Name.Length == 0 ? series : Words.Format("Admin.Named", series, spec.Name);
    }

    /// <summary>How a subcommand is called where this one was.</summary>
    public string PathOf(string subcommand) => AdministeringCommand.PathOn(Call.Platform, subcommand);

    /// <summary>A channel in words; the operator, who works with ids, sees its address.</summary>
    public string NameOf(ChannelAddress channel, IReadOnlyDictionary<ChannelAddress, string> names) =>
        channel == Channel ? Words["Admin.ThisChannel"]
        : Call.IsOperators ? channel.ToString()
        : names.TryGetValue(channel, out var name) ? "#" + name
        : Words["Admin.OtherChannel"];

    /// <summary>Who it is, as the audit names them.</summary>
    public string Actor => $"{Call.Platform}:{Call.Workspace}/{Call.User}";

    /// <summary>The name that the text gives behind <c>name:</c>, to its end, and the text before it; null when it gives none.</summary>
    public (string? Name, string Others) TakeName()
    {
        foreach (var mark in DeliveryTexts.Words("Admin.NameMarks"))
        {
            var at = Call.Text.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (at == 0 || (at > 0 && char.IsWhiteSpace(Call.Text[at - 1])))
            {
                return (Call.Text[(at + mark.Length)..].Trim(), Call.Text[..at].Trim());
            }
        }

        return (null, Call.Text);
    }

    /// <summary>The series that a text names, and the text without it; the first series, whole text, when it names none.</summary>
    public (Series? Named, string Others) TakeSeries(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var place = Array.FindIndex(words, word => Series.Any(series => Is(series, word)));
        return place < 0
            ? (null, text)
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
