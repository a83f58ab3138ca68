namespace Bot.Briefings.Model;

/// <summary>A source that a text names by a link and that is in no list.</summary>
/// <param name="Publisher">The link's text.</param>
/// <param name="Url">http or https.</param>
/// <param name="SectionOrder"><see cref="Section.Order"/> of its section; 0 before the first.</param>
public sealed record InlineSource(string Publisher, string Url, int SectionOrder, TextPosition Position);
