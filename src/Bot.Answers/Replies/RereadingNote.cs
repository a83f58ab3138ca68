using Bot.Answers.Help;
using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Chat;
using Bot.Chat.Answering;
using Bot.Chat.Commands;
using Bot.Chat.Trees;
using Markdig.Syntax;

namespace Bot.Answers.Replies;

/// <summary>
/// Says while the archive is being read again how far that is: what an answer does not find may only not have been read yet. The former
/// reading of a briefing stays until the new one takes its place.
/// </summary>
internal sealed class RereadingNote(RereadQueries rereads, SeriesCatalogue access) : IAnswerNote
{
    public async ValueTask<Block?> OfAsync(CommandCall call, CancellationToken cancellationToken) =>
        call.Name != HelpHandler.Name
        && access.AskedBy(call) is { } series
        && await rereads.OfAsync(series.Key, cancellationToken) is { } progress
            ? Nodes.Small(AnswerTexts.In(call.Locale).Of(AnswerText.Rereading, progress.Read, progress.Total))
            : null;
}
