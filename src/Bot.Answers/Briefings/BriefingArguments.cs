using Bot.Answers.Arguments;
using Bot.Archive.Queries;
using Bot.Briefings.Model;
using Bot.Chat.Sections;

namespace Bot.Answers.Briefings;

/// <summary>The text of a <c>/briefing</c> call: a time, sections, both or neither, in any order.</summary>
/// <param name="Days">The newest briefing of these days is meant; null: the newest of all.</param>
/// <param name="Sections">In canonical order; empty for the whole briefing.</param>
/// <param name="Unreadable">Text that is neither; if present, the rest does not matter.</param>
public sealed record BriefingArguments(DateSpan? Days, IReadOnlyList<SectionKind> Sections, string? Unreadable)
{
    /// <summary>The arguments as a call's text, without the day.</summary>
    public string Text => string.Join(' ', Sections.Select(SectionWords.ValueOf));

    public static BriefingArguments Parse(string text, TimeArgument times)
    {
        ArgumentNullException.ThrowIfNull(times);
        var words = new ArgumentWords(text);
        var days = times.Take(words);
        var sections = SectionWords.Read(words.Left);
        return new BriefingArguments(days, sections.Kinds, sections.Unknown.Count == 0 ? null : string.Join(' ', sections.Unknown));
    }

    /// <summary>Whether the text can be these arguments, whatever today is.</summary>
    public static bool Understands(string text)
    {
        var anyDay = new DateOnly(2000, 3, 1);
        // An edition of its author's own name is known only where its day is: what is told here are those that every series knows.
        return Parse(AskedEditions.Without(text), new TimeArgument(anyDay, anyDay)).Unreadable is null;
    }
}
