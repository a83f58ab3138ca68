using Bot.Chat;
using Bot.Chat.Answering;
using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Trees;
using Markdig.Syntax;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Receiving;

/// <summary>
/// Answers an interaction, however it arrived: in the callback if the answer is ready in time, otherwise deferred and sent later. Never
/// throws; an unknown interaction gets a polite answer.
/// </summary>
internal sealed partial class InteractionHandler(
    CommandService desk,
    CommandCatalogue catalogue,
    Autocomplete autocomplete,
    InteractionReplies replies,
    LateWork late,
    ILogger<InteractionHandler> logger
)
{
    public ValueTask<Answered> HandleAsync(Interaction interaction)
    {
        switch (interaction.Type)
        {
            case InteractionType.Ping:
                return new(new Answered(Callbacks.Pong, null));
            case InteractionType.ApplicationCommand:
                return AskAsync(interaction, InteractionCalls.OfCommand(interaction, catalogue));
            case InteractionType.MessageComponent when InteractionCalls.OfButton(interaction) is ({ } call, var action):
                return action == ButtonAction.Share ? ShareAsync(interaction, call) : AskAsync(interaction, call);
            case InteractionType.ApplicationCommandAutocomplete:
                return SuggestAsync(interaction);
            default:
                Log.Unknown(logger, (int)interaction.Type);
                return new(new Answered(Said(interaction, "UnknownRequest"), null));
        }
    }

    private ValueTask<Answered> AskAsync(Interaction interaction, CommandCall call)
    {
        var asking = desk.AskAsync(new Question(call, interaction.Id), DiscordReply.Offer, late.Stopping);
        return asking.IsCompletedSuccessfully
            ? new(Answer(interaction, asking.Result, Callbacks.DeferredPrivate))
            : AwaitedAsync(interaction, asking, Callbacks.DeferredPrivate);
    }

    /// <summary>Posts the answer as the response to the press, visible to all: that needs no permission of the bot's own.</summary>
    private ValueTask<Answered> ShareAsync(Interaction interaction, CommandCall call) =>
        AwaitedAsync(
            interaction,
            desk.AskAsync(new Question(call, interaction.Id) { ActsOnce = true, MayBeKept = false }, DiscordReply.Share, late.Stopping),
            Callbacks.DeferredPublic
        );

    private async ValueTask<Answered> SuggestAsync(Interaction interaction) =>
        new(await autocomplete.AnswerAsync(interaction, late.Stopping), null);

    private async ValueTask<Answered> AwaitedAsync(Interaction interaction, ValueTask<DeskAnswer> asking, byte[] deferred)
    {
        try
        {
            return Answer(interaction, await asking, deferred);
        }
        catch (Exception failure)
        {
            Log.Failed(logger, interaction.Name, failure);
            return new Answered(Said(interaction, "AnswerFailed"), null);
        }
    }

    private Answered Answer(Interaction interaction, DeskAnswer answer, byte[] deferred) =>
        answer switch
        {
            { Later: { } later } => new(null, stopping => replies.AnswerLaterAsync(interaction, deferred, later, stopping)),
            { Now: { } now, More.Count: 0 } => new(now, null),
            // What follows must not overtake the callback, so it takes the callback's route.
            { Now: { } now } => new(null, stopping => replies.AnswerAsync(interaction, now, answer.More, stopping)),
            _ => Answered.Already,
        };

    private static byte[] Said(Interaction interaction, string key)
    {
        var locale = InteractionCalls.LocaleOf(interaction);
        return DiscordReply.Render(
            new Reply(new Message(new MarkdownDocument { Nodes.Paragraph(Texts.In(locale)[key]) }) { Locale = locale })
        )[0];
    }

    private static partial class Log
    {
        [LoggerMessage(
            4102,
            LogLevel.Warning,
            "An interaction of type {Type} is unknown to the bot, or is a button or form from another version"
        )]
        public static partial void Unknown(ILogger logger, int type);

        [LoggerMessage(4103, LogLevel.Error, "The answer to /{Command} could not be made")]
        public static partial void Failed(ILogger logger, string command, Exception failure);
    }
}
