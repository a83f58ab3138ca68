using Bot.Answers.Companies;
using Bot.Archive.Queries;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Commands;

namespace Bot.Answers.Suggestions;

/// <summary>
/// Companies in the archive that raised or invested: first those whose names start with the typed text, most recently
/// named first, then those that contain it, then similar ones. With nothing typed, the most recently named.
/// </summary>
public sealed class CompanySuggestions(SeriesCatalogue access, CompanyQueries companies, NearestNames nearest) : IArgumentSuggestions
{
    public async ValueTask<IReadOnlyList<ArgumentSuggestion>> SuggestAsync(
        CommandCall call,
        string typed,
        int most,
        CancellationToken cancellationToken
    )
    {
        if (access.AskedBy(call) is not { } series || typed.Length > CompanySpelling.MaxLength)
        {
            return [];
        }

        var known = await companies.KnownAsync(series.Key, cancellationToken);
        var key = CompanyName.Key(typed);
        var found = known
            .Companies.Where(company => company.Key.Contains(key, StringComparison.Ordinal))
            .OrderByDescending(company => company.Key.StartsWith(key, StringComparison.Ordinal))
            .ThenByDescending(company => company.LastNamed)
            .ThenBy(company => company.Key, StringComparer.Ordinal)
            .Take(most)
            .ToList();
        var near = found.Count < most && key.Length > 0 ? nearest.Find(known, typed, most) : [];
        return
        [
            .. found
                .Concat(near)
                .DistinctBy(company => company.Key)
                .Take(most)
                .Select(company => new ArgumentSuggestion(company.Name, company.Name)),
        ];
    }
}
