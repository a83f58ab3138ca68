using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Chat.Trees;

namespace Bot.Posts;

/// <summary>
/// The line that holds a thread's place while its briefing is late, what it becomes when nothing comes, and what announces the briefing
/// once the thread is filled.
/// </summary>
/// <param name="Name">The series'.</param>
/// <param name="Date">The day whose briefing is late.</param>
/// <param name="Until">How long it is waited for.</param>
/// <param name="Zone">In which the day and the time are told.</param>
public sealed record LateBriefing(string Name, DateOnly Date, DateTimeOffset Until, TimeZoneInfo Zone, Locale Locale)
{
    private DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Until, Zone).DateTime);

    /// <summary>It has not arrived yet.</summary>
    public Message NotYet() => Root("LateNotYet");

    /// <summary>It did not arrive.</summary>
    public Message Never() => Root("LateNever");

    /// <summary>It has arrived: its name, with a link to the thread if there is one.</summary>
    public static Message Arrived(string name, Uri? thread, Locale locale)
    {
        var lead = Nodes.Text(Texts.In(locale)["LateArrived"] + " ");
        return new Message([Nodes.Paragraph([lead, thread is null ? Nodes.Bold(Nodes.Text(name)) : Nodes.Link(thread.AbsoluteUri, name)])])
        {
            Locale = locale,
        };
    }

    private Message Root(string key)
    {
        var texts = Texts.In(Locale);
        return new Message([Nodes.Paragraph(texts.Format(key, Dates.Day(Date, Today, Locale), Name, Dates.Time(Until, Zone)))])
        {
            Locale = Locale,
            ThreadName = texts.Format("LateThread", Dates.InName(Date, Today, Locale), Name),
        };
    }
}
