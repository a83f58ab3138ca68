using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Web.Texts;

namespace Bot.Web.Api.Answers;

/// <summary>Answers programs from the command catalogue, over HTTP and as tools alike.</summary>
public sealed class AnswerDesk(CommandDispatcher commands, AnswerReader reader, SeriesCatalogue series)
{
    /// <summary>All that may be asked, in the catalogue's order.</summary>
    public IReadOnlyList<ReadingCommand> Commands { get; } = ReadingCommand.Of(commands.Catalogue);

    public ReadingCommand? Find(string name) => Commands.FirstOrDefault(command => command.Name == name);

    /// <param name="given">What the program says, by parameter.</param>
    /// <param name="locale">If the language is not named.</param>
    /// <param name="page">The address of a later page.</param>
    /// <returns>The answer, or why there is none.</returns>
    public async Task<(Answer? Answer, AnswerProblem? Problem)> AskAsync(
        ReadingCommand command,
        IReadOnlyDictionary<string, string> given,
        Locale locale,
        Func<int, string?, string> page,
        CancellationToken cancellationToken
    )
    {
        var (call, problem) = reader.Read(command, given, locale);
        if (call is null)
        {
            return (null, problem);
        }

        var reply = await commands.DispatchAsync(call, cancellationToken);
        if (!reply.Succeeded)
        {
            var said = AnswerComposer.TextOf(reply);
            return (null, new AnswerProblem(400, "not-understood", ApiTexts.Both("Answer.NotUnderstood"), new LocalizedText(said, said)));
        }

        return (AnswerComposer.Of(reply, call, command, OpenSeries.First(series)!.Key, page), null);
    }

    /// <summary>No command that may be asked has that name.</summary>
    public AnswerProblem Unknown(string name)
    {
        var near = commands.Catalogue.Nearest(name).Where(candidate => Find(candidate) is not null).ToList();
        var all = string.Join(", ", Commands.Select(command => command.Name));
        var shown = name.Length > 40 ? name[..40] : name;
        return new AnswerProblem(
            404,
            "unknown-command",
            ApiTexts.Both("Answer.NoSuchCommand"),
            near.Count == 0
                ? ApiTexts.Both("Answer.UnknownCommand", shown, all)
                : ApiTexts.Both("Answer.UnknownCommandNear", shown, string.Join(", ", near), all)
        );
    }
}
