using Bot.Archive.Subscriptions;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Platforms;
using Bot.Chat.Trees;
using Markdig.Syntax;

namespace Bot.Delivery.Administering;

/// <summary>One call of the administering command: where it was made, by whom, in which language, and its replies.</summary>
/// <param name="Call">Made by an admin, as checked by the platform, or by the operator; its text is what follows the subcommand.</param>
/// <param name="Series">The series open to the workspace, in configuration order; all of them for the operator.</param>
internal sealed record AdminCall(CommandCall Call, IReadOnlyList<Series> Series)
{
    public DeliveryTexts Words => DeliveryTexts.In(Call.Locale);

    public Texts Shared => Texts.In(Call.Locale);

    /// <summary>Null when there is no channel, as on the command line.</summary>
    public ChannelAddress? Channel =>
        Call.Channel.Length == 0 || Call.Workspace.Length == 0 ? null : new ChannelAddress(Call.Platform, Call.Workspace, Call.Channel);

    /// <summary>Null for a call by the operator, which covers every workspace.</summary>
    public (PlatformId Platform, string Workspace)? Workspace => Call.IsOperators ? null : (Call.Platform, Call.Workspace);

    /// <summary>The series' name, followed by the subscription's own name if it has one.</summary>
    public string NameOf(SubscriptionSpec spec)
    {
        var series = Series.FirstOrDefault(series => series.Key == spec.Series)?.Name ?? spec.Series;
        return spec.Name.Length == 0 ? series : Words.Format("Admin.Named", series, spec.Name);
    }

    /// <summary>How to call a subcommand on the platform this call came from.</summary>
    public string PathOf(string subcommand) => AdministeringCommand.PathOn(Call, subcommand);

    /// <summary>The channel's name for people; the operator, who works with ids, sees its address.</summary>
    public string NameOf(ChannelAddress channel, IReadOnlyDictionary<ChannelAddress, string> names) =>
        channel == Channel ? Words["Admin.ThisChannel"]
        : Call.IsOperators ? channel.ToString()
        : names.TryGetValue(channel, out var name) ? "#" + name
        : Words["Admin.OtherChannel"];

    /// <summary>The caller, as the audit log names them.</summary>
    public string Actor => $"{Call.Platform}:{Call.Workspace}/{Call.User}";

    /// <summary>
    /// The name given after <c>name:</c>, up to the end of the text, and the text before it. The name is null if none is given.
    /// </summary>
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

    /// <summary>
    /// The series named in a text, and the rest of the text. If none is named, the series is null and the text is whole.
    /// </summary>
    public (Series? Named, string Others) TakeSeries(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var place = Array.FindIndex(words, word => Series.Any(series => Is(series, word)));
        return place < 0
            ? (null, text)
            : (Series.First(series => Is(series, words[place])), string.Join(' ', words.Where((_, index) => index != place)));
    }

    /// <summary>A reply whose first line is the answer; each further text goes on its own line.</summary>
    public Reply Say(string answer, params IEnumerable<string?> lines) => Say(succeeded: true, answer, lines);

    /// <summary>A refusal: why nothing was done, and what to do about it.</summary>
    public Reply Refuse(string answer, params IEnumerable<string?> lines) => Say(succeeded: false, answer, lines);

    /// <summary>The words name no series that is open to the workspace.</summary>
    public Reply UnknownSeries(string words) =>
        Refuse(
            Words.Format("Admin.UnknownSeries", Chat.Text.Graphemes.Cut(Chat.Text.Invisible.Drop(words), 40)),
            Words.Format("Admin.KnownSeries", string.Join(Shared.Separator, Series.Select(series => series.Key)))
        );

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
