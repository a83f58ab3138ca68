namespace Bot.Briefings.Model;

/// <summary>A part of the briefing under one section heading; it ends at the next.</summary>
/// <param name="Kind">By the meaning of the heading.</param>
/// <param name="Heading">Plain text of the heading, emoji kept.</param>
/// <param name="Order">From 1, in file order.</param>
/// <param name="ItemCount">Entries by the kind's own counting rule; 0 for an empty section.</param>
/// <param name="Position">Position of the heading.</param>
public sealed record Section(SectionKind Kind, string Heading, int Order, int ItemCount, TextPosition Position);
