using Bot.Answers.Companies;
using Bot.Chat;
using Bot.Chat.Commands;

namespace Bot.Answers.Asking;

/// <summary>
/// Lines without a command: a bare company's name asks about its funding, a question that can be read whole is asked, be it a single
/// condition or time. Of any other line the questions near it are offered.
/// </summary>
public sealed class AskedSubjects(CompanySubjects companies, QuestionReader reader, SeriesCatalogue access) : ISubjects
{
    public async ValueTask<CommandCall?> QuestionAboutAsync(CommandCall call, string words, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(words);
        if (await companies.QuestionAboutAsync(call, words, cancellationToken) is { } company)
        {
            return company;
        }

        return
            access.AskedBy(call) is { } series
            && await reader.ReadAsync(words, series, cancellationToken) is { Asks: true, Unread.Count: 0 }
            ? Asked(call, words)
            : null;
    }

    public bool Knows(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return QuestionWords.Find(word.ToLowerInvariant()) is not null;
    }

    public CommandCall Unread(CommandCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return Asked(call, call.Question ?? call.Line);
    }

    private static CommandCall Asked(CommandCall call, string words) => call with { Name = AskHandler.Name, Text = words, Question = null };
}
