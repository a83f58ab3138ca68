using Bot.Answers.Funding;
using Bot.Archive.Queries;
using Bot.Chat;
using Bot.Chat.Commands;

namespace Bot.Answers.Companies;

/// <summary>The archive's companies as subjects: a bare company name asks about its funding.</summary>
public sealed class CompanySubjects(SeriesCatalogue access, CompanyQueries companies, NearestNames nearest)
{
    public async ValueTask<CommandCall?> QuestionAboutAsync(CommandCall call, string words, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(words);
        if (words.Length is 0 or > CompanySpelling.MaxLength || access.AskedBy(call) is not { } series)
        {
            return null;
        }

        var known = await companies.KnownAsync(series.Key, cancellationToken);
        return nearest.SameStem(known, TypedText.WithoutPunctuation(words)) is { } company
            ? call with
            {
                Name = FundingHandler.Name,
                Text = company.Name,
            }
            : null;
    }
}
