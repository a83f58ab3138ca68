namespace Bot.Briefings.Filters;

internal enum FilterToken
{
    Word,

    /// <summary>With its quotation marks; the closing one may be missing.</summary>
    Quoted,
    Field,

    /// <summary>Nearly a field's name, with a sign behind it.</summary>
    UnknownField,

    /// <summary>The sign behind a field.</summary>
    Sign,
    And,
    Or,
    Not,
    Open,
    Close,
}
