using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Chat.Trees;

namespace Bot.Chat.Answering;

/// <summary>Lets a private answer be shared with the channel, and renders the shared answer.</summary>
public static class SharedAnswer
{
    private const int LongestName = 60;

    /// <summary>
    /// Puts a share button first; returns the answer unchanged if there is nothing to share or no room. The button
    /// repeats what was read (the answer's series, day, arguments and page), not what was typed, which may mean something
    /// else tomorrow.
    /// </summary>
    public static Message Offer(Reply reply, CommandCall call)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(call);
        if (!reply.Private || !reply.Succeeded || reply.Answers is not { Subcommand: { IsOpen: true, VariesByAccess: false } } answered)
        {
            return reply.Message;
        }

        var read = answered.Call;
        var share = new Button(
            Texts.In(call.Locale)["ButtonShare"],
            answered.Command.Name,
            $"{answered.Subcommand.Name} {read.Text}".Trim(),
            read.Series ?? "",
            read.Date
        )
        {
            Action = ButtonAction.Share,
            UpTo = read.UpTo,
        };
        return reply.Message with { Buttons = [share, .. reply.Message.Buttons.Take(reply.Message.Post?.Address is null ? 4 : 3)] };
    }

    /// <summary>
    /// The answer as a post, starting with a small line that says who shared it, as plain text (a name must not mention
    /// anyone), and what was asked.
    /// </summary>
    public static Message Post(Reply reply, CommandCall call)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(call);
        var texts = Texts.In(call.Locale);
        var name = Graphemes.Cut(Invisible.Drop(call.UserName).Trim(), LongestName);
        var asked = Graphemes.Cut(Invisible.Drop($"/{call.Name} {call.Text}").Trim(), LongestName);
        var line = name.Length == 0 ? texts.Format("SharedByNobody", asked) : texts.Format("SharedBy", name, asked);
        reply.Message.Body.Insert(0, Nodes.Role(BlockRole.Small, Nodes.Paragraph(line)));
        return reply.Message;
    }
}
