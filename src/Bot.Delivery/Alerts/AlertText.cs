using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Markdig.Syntax;

namespace Bot.Delivery.Alerts;

/// <summary>The text of an alert.</summary>
/// <param name="What">What happened, and where.</param>
/// <param name="Words">The platform's own words; null if it gave none.</param>
/// <param name="Next">What to do.</param>
/// <param name="Runbook">Where more about it is written; null if the operator named no such page.</param>
public sealed record AlertText(Locale Locale, string What, string? Words, string Next, Uri? Runbook = null)
{
    private const int LongestWords = 500;

    /// <summary>A new tree each time, because a message can be rendered only once.</summary>
    public Message ToMessage()
    {
        var body = new MarkdownDocument { Nodes.Paragraph([Nodes.Bold(Nodes.Text("⚠️ " + What))]), Nodes.Paragraph(Next) };
        if (Words is not null)
        {
            body.Add(Nodes.Small(Graphemes.Cut(Words, LongestWords)));
        }

        if (Runbook is not null)
        {
            body.Add(Nodes.Paragraph([Nodes.Link(Runbook.AbsoluteUri, Runbook.AbsoluteUri)]));
        }

        return new Message(body) { Locale = Locale };
    }

    public string ToPlainText() => TextRenderer.Render(ToMessage()).TrimEnd();
}
