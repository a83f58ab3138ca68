using Bot.Answers.Companies;
using Bot.Chat;
using Bot.Chat.Commands;

namespace Bot.Answers.Asking;

/// <summary>Lines without a command: a bare company's name asks about its funding, a question that can be read whole is asked.</summary>
public sealed class AskedSubjects(CompanySubjects companies, QuestionReader reader, SeriesCatalogue access) : ISubjects
{
    /// <summary>A single word without a command is more likely a mistyped one.</summary>
    private const int FewestParts = 2;

    public async ValueTask<CommandCall?> QuestionAboutAsync(CommandCall call, string words, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (await companies.QuestionAboutAsync(call, words, cancellationToken) is { } company)
        {
            return company;
        }

        return
            access.AskedBy(call) is { } series
            && await reader.ReadAsync(words, series, cancellationToken) is { Asks: true, Unread.Count: 0 } question
            && (question.Parts >= FewestParts || question.View.Length > 0)
            ? call with
            {
                Name = AskHandler.Name,
                Text = words,
            }
            : null;
    }
}
