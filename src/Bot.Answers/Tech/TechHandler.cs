using Bot.Answers.Items;
using Bot.Answers.Texts;
using Bot.Archive.Entities;
using Bot.Chat.Commands;

namespace Bot.Answers.Tech;

/// <summary><c>/tech [WORDS] [SINCE]</c>: deep dives into technologies, newest first.</summary>
public sealed class TechHandler(ItemList list) : ICommandHandler
{
    public const string Name = "tech";

    private static readonly ItemKind[] Kinds = [ItemKind.DeepDive];

    private static readonly ItemListTexts Texts = new(
        AnswerText.TechLatest,
        AnswerText.TechFoundOne,
        AnswerText.TechFoundMany,
        AnswerText.TechNone
    );

    public Task<Reply> HandleAsync(CommandCall call, CancellationToken cancellationToken) =>
        list.AnswerAsync(call, Name, Kinds, Texts, cancellationToken);
}
