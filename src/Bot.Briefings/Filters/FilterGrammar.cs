using Superpower;
using Superpower.Model;
using Superpower.Parsers;

namespace Bot.Briefings.Filters;

/// <summary>How the parts of a filter are joined: NOT binds closest, then AND (also unwritten), then OR.</summary>
internal static class FilterGrammar
{
    private static readonly TokenListParser<FilterToken, FilterSyntax> Text = Token
        .EqualTo(FilterToken.Word)
        .Or(Token.EqualTo(FilterToken.Quoted))
        .Select(token => (FilterSyntax)new FilterSyntax.Text(token));

    private static readonly TokenListParser<FilterToken, FilterSyntax> Condition =
        from field in Token.EqualTo(FilterToken.Field).Or(Token.EqualTo(FilterToken.UnknownField))
        from sign in Token.EqualTo(FilterToken.Sign)
        from value in Token
            .EqualTo(FilterToken.Word)
            .Or(Token.EqualTo(FilterToken.Quoted))
            .Select(token => (Token<FilterToken>?)token)
            .OptionalOrDefault()
        select (FilterSyntax)new FilterSyntax.Condition(field, sign, value);

    private static readonly TokenListParser<FilterToken, FilterSyntax> Group =
        from open in Token.EqualTo(FilterToken.Open)
        from inner in Parse.Ref(() => Alternatives!)
        from close in Token.EqualTo(FilterToken.Close)
        select inner;

    private static readonly TokenListParser<FilterToken, FilterSyntax> Negated =
        from nots in Token.EqualTo(FilterToken.Not).Many()
        from part in Condition.Or(Text).Or(Group)
        select nots.Length % 2 == 0 ? part : new FilterSyntax.Not(part);

    private static readonly TokenListParser<FilterToken, FilterSyntax> Together =
        from first in Negated
        from rest in Token.EqualTo(FilterToken.And).IgnoreThen(Negated).Or(Negated).Many()
        select rest.Length == 0 ? first : new FilterSyntax.All([first, .. rest]);

    private static readonly TokenListParser<FilterToken, FilterSyntax> Alternatives =
        from first in Together
        from rest in Token.EqualTo(FilterToken.Or).IgnoreThen(Together).Many()
        select rest.Length == 0 ? first : new FilterSyntax.Any([first, .. rest]);

    public static TokenListParser<FilterToken, FilterSyntax> Whole { get; } = Alternatives.AtEnd();
}
