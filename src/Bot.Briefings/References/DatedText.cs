using Bot.Briefings.Dates;

namespace Bot.Briefings.References;

/// <summary>An entry's text without number and address, folded, and the date in it.</summary>
/// <param name="Date">Null if there is none, or if folding moves the text's characters.</param>
internal sealed record DatedText(string Text, string Folded, FoundDate? Date);
