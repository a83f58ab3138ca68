using Superpower.Model;

namespace Bot.Briefings.Filters;

/// <summary>A filter as it was written: what the words mean is still open.</summary>
internal abstract record FilterSyntax
{
    private FilterSyntax() { }

    public sealed record Text(Token<FilterToken> Token) : FilterSyntax;

    /// <param name="Value">Null if nothing stands behind the sign.</param>
    public sealed record Condition(Token<FilterToken> Field, Token<FilterToken> Sign, Token<FilterToken>? Value) : FilterSyntax;

    public sealed record All(IReadOnlyList<FilterSyntax> Parts) : FilterSyntax;

    public sealed record Any(IReadOnlyList<FilterSyntax> Parts) : FilterSyntax;

    public sealed record Not(FilterSyntax Part) : FilterSyntax;
}
