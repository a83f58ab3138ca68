namespace Bot.Briefings.Companies;

/// <summary>A line of spellings that cannot be used.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Text">The line, or the name that is at fault.</param>
public sealed record CompanyAliasProblem(int Line, CompanyAliasFault Fault, string Text)
{
    /// <summary>The line that has the name already.</summary>
    public int Other { get; init; }
}

public enum CompanyAliasFault
{
    /// <summary>The line is not NAME = SPELLING.</summary>
    NoEquals,

    /// <summary>A name has no letter or digit, or is too long.</summary>
    NoName,

    /// <summary>Another line has the name already.</summary>
    Twice,
}
