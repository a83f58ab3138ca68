using Bot.Briefings.Reading;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Posts;
using Bot.Chat.Trees;
using Bot.Delivery.Planning;
using Bot.Intake;
using Markdig.Syntax;

namespace Bot.Posting;

/// <summary>Composes a stored briefing's thread: reads the document and hands it to the composition that all platforms share.</summary>
public sealed class ThreadComposer(BriefingReader reader, SeriesCatalogue series) : IThreadComposer
{
    public IReadOnlyList<ComposedPost> Compose(ThreadRequest request)
    {
        var document = request.Document;
        var thread = PostComposer.Compose(reader.Read(document.Markdown), ContextOf(request));
        return
        [
            new ComposedPost(PostPlan.Root, thread.Root),
            .. thread.Sections.Select(section => new ComposedPost(section.Identity, section.Message)),
        ];
    }

    public Message ComposeWithdrawn(Locale locale)
    {
        var text = new LocalizedText("（この節は改訂でなくなりました）", "(This section is gone in the newest revision.)");
        return new Message(new MarkdownDocument { Nodes.Small(text.In(locale)) }) { Locale = locale };
    }

    private ComposeContext ContextOf(ThreadRequest request)
    {
        var briefing = request.Document.Briefing;
        // A series that is no longer configured still has what it sent.
        var of = series.Find(briefing.Series);
        var zone = of is null ? TimeZoneInfo.Utc : SeriesCatalogue.ZoneOf(of);
        return new ComposeContext(
            briefing.Series,
            of?.Name ?? briefing.Series,
            request.Locale,
            // The day it came, not the day of rendering: the same document gives the same posts tomorrow.
            DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(request.Document.Briefing.ReceivedAt, zone).DateTime))
        {
            Date = briefing.Date,
            IsSample = briefing.IsSample,
            Sections = request.Sections,
            Previous = request.Previous is { } previous
                ? new PreviousBriefing(previous.Briefing.Date, reader.Read(previous.Markdown).Briefing)
                : null,
        };
    }
}
