using Bot.Answers.Texts;

namespace Bot.Answers.Items;

/// <summary>The sentences of a list of items.</summary>
/// <param name="Latest">Begins a list of all items; takes the days, if any are named, in brackets.</param>
/// <param name="FoundOne">One item was found; takes the words.</param>
/// <param name="FoundMany">Several were found; takes the words and their number.</param>
/// <param name="None">There is none; takes what was asked for.</param>
public sealed record ItemListTexts(AnswerText Latest, AnswerText FoundOne, AnswerText FoundMany, AnswerText None);
