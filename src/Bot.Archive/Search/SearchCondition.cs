using System.Linq.Expressions;
using Bot.Archive.Entities;
using Bot.Archive.Saving;
using Bot.Briefings.Filters;
using Bot.Briefings.Model;

namespace Bot.Archive.Search;

/// <summary>
/// What the database can tell of a query by its index and columns. Lets all items through that satisfy it and perhaps more:
/// <see cref="SearchMatch"/> decides.
/// </summary>
internal static class SearchCondition
{
    /// <summary>Null if every item may satisfy it.</summary>
    public static Expression<Func<StoredItem, bool>>? Of(ArchiveContext context, SearchQuery query) =>
        query switch
        {
            { IsOfText: true } => query.IsBound ? OfText(context, query) : null,
            SearchQuery.Column column => OfColumn(context, column.Condition),
            SearchQuery.All all => OfAll(context, all),
            SearchQuery.Any any => any.Parts.Select(part => Of(context, part)).ToList() is var parts
            && parts.TrueForAll(part => part is not null)
                ? parts.Aggregate((one, other) => Joined(one!, other!, Expression.OrElse))
                : null,
            _ => null,
        };

    /// <summary>Whether the index of words finds a few rows among which all others are checked.</summary>
    public static bool IsNarrow(SearchQuery query) =>
        query is { IsOfText: true, IsBound: true }
        || (query is SearchQuery.All all && all.Parts.Any(part => part is { IsOfText: true, IsBound: true }));

    private static Expression<Func<StoredItem, bool>>? OfAll(ArchiveContext context, SearchQuery.All all)
    {
        // The index joins its words faster than the database joins its answers.
        var text = all.Parts.Where(part => part is { IsOfText: true, IsBound: true }).ToList();
        var conditions = all
            .Parts.Where(part => !part.IsOfText)
            .Select(part => Of(context, part))
            .Prepend(text.Count > 0 ? OfText(context, new SearchQuery.All(text)) : null)
            .OfType<Expression<Func<StoredItem, bool>>>()
            .ToList();
        return conditions.Count == 0 ? null : conditions.Aggregate((one, other) => Joined(one, other, Expression.AndAlso));
    }

    private static Expression<Func<StoredItem, bool>> OfText(ArchiveContext context, SearchQuery query)
    {
        var candidates = SearchIndex.Candidates(context, query);
        return item => candidates.Contains(item.Id);
    }

    private static Expression<Func<StoredItem, bool>>? OfColumn(ArchiveContext context, Filter condition)
    {
        switch (condition)
        {
            case Filter.Company company:
                var key = StoredText.CompanyKey(company.Name);
                return item => item.CompanyKey == key;
            case Filter.Investor investor:
                var backer = StoredText.CompanyKey(investor.Name);
                var backed = context
                    .Mentions.Where(mention =>
                        mention.CompanyKey == backer && mention.Role == MentionRole.Investor && mention.ItemId != null
                    )
                    .Select(mention => mention.ItemId!.Value);
                return item => backed.Contains(item.Id);
            case Filter.Stage { Name: var stage }:
                var extension = stage + "-extension";
                return item => item.Stage == stage || item.Stage == extension;
            case Filter.Amount amount:
                return OfAmount(amount);
            case Filter.Date date:
                var (from, to) = (date.From ?? DateOnly.MinValue, date.To ?? DateOnly.MaxValue);
                return item => item.Date >= from && item.Date <= to;
            case Filter.Section { Of: var section }:
                return item => item.Section == section;
            case Filter.Kind { Of: var of }:
                var kind = SearchColumns.KindOf(of);
                return item => item.Kind == kind;
            case Filter.Status:
                return item => item.Kind == ItemKind.Funding;
            default:
                return null;
        }
    }

    /// <summary>The columns are rounded, so the bounds themselves always come along.</summary>
    private static Expression<Func<StoredItem, bool>> OfAmount(Filter.Amount amount)
    {
        var (currency, value) = (amount.Currency, (double)amount.Value);
        return amount.Bound switch
        {
            FilterBound.AtLeast or FilterBound.Over => item => item.Currency == currency && item.AmountFrom >= value,
            FilterBound.AtMost or FilterBound.Under => item => item.Currency == currency && item.AmountTo <= value,
            _ => item => item.Currency == currency && item.AmountFrom >= value && item.AmountTo <= value,
        };
    }

    private static Expression<Func<StoredItem, bool>> Joined(
        Expression<Func<StoredItem, bool>> one,
        Expression<Func<StoredItem, bool>> other,
        Func<Expression, Expression, Expression> by
    ) =>
        Expression.Lambda<Func<StoredItem, bool>>(
            by(one.Body, new Renamed(other.Parameters[0], one.Parameters[0]).Visit(other.Body)),
            one.Parameters
        );

    private sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
