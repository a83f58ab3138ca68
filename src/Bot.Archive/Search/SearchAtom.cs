namespace Bot.Archive.Search;

/// <summary>The smallest part of a text that can be searched for: a word, or one character of a script without spaces.</summary>
/// <param name="Text">Normalized: NFKC, lower case.</param>
/// <param name="Start">Where it begins in the text as written, in UTF-16 code units.</param>
/// <param name="Length">Length there.</param>
/// <param name="IsCharacter">One kana, kanji or hangul character, not a word.</param>
public readonly record struct SearchAtom(string Text, int Start, int Length, bool IsCharacter);
