using Bot.Answers.Items;
using Bot.Answers.Texts;
using Bot.Archive.Entities;
using Bot.Chat.Commands;

namespace Bot.Answers.News;

/// <summary><c>/news [WORDS] [SINCE]</c>: news items, newest first.</summary>
public sealed class NewsHandler(ItemList list) : ICommandHandler
{
    public const string Name = "news";

    private static readonly ItemKind[] Kinds = [ItemKind.News];

    private static readonly ItemListTexts Texts = new(
        AnswerText.NewsLatest,
        AnswerText.NewsFoundOne,
        AnswerText.NewsFoundMany,
        AnswerText.NewsNone
    );

    public Task<Reply> HandleAsync(CommandCall call, CancellationToken cancellationToken) =>
        list.AnswerAsync(call, Name, Kinds, Texts, cancellationToken);
}
