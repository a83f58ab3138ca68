using Bot.Chat.Answering;
using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Platforms;
using Bot.Slack.Receiving.People;
using Bot.Slack.Receiving.Replying;
using Bot.Slack.Setup;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.Receiving;

/// <summary>
/// Answers buttons and selects. The acknowledgement of a press cannot carry a message, so the answer goes to the <c>response_url</c>:
/// privately, in the button's thread, or to everybody if it was shared.
/// </summary>
internal sealed partial class InteractionInbound(
    CommandService desk,
    SlackPeople people,
    ResponseUrls responses,
    LateWork late,
    SlackOptions options,
    ILogger<InteractionInbound> logger
)
{
    private static readonly byte[] Nothing = [];
    private static readonly byte[] NoOptions = """{"options":[]}"""u8.ToArray();

    /// <summary>The acknowledgement's body; empty for a bare acknowledgement. Null: the queue is full, and nothing was taken.</summary>
    public byte[]? Receive(SlackInteraction interaction)
    {
        if (interaction.Type == "block_suggestion")
        {
            return NoOptions;
        }

        // Links are buttons, too, and must be acknowledged; so must anything from another version or from Slack itself.
        if (interaction.Type != "block_actions" || ButtonCode.Decode(interaction.Code) is not { } button)
        {
            Log.NotOurs(logger);
            return Nothing;
        }

        return late.Start("answer to a button", token => AnswerAsync(interaction, button, token)) ? Nothing : null;
    }

    private async Task AnswerAsync(SlackInteraction interaction, Button button, CancellationToken cancellationToken)
    {
        var shares = button.Action == ButtonAction.Share;
        var call = CallOf(interaction, button);
        if (shares)
        {
            call = call with { UserName = await people.NameAsync(call.Workspace, call.User, call.UserName, cancellationToken) };
        }

        var question = new Question(call, shares ? RequestIds.OfShare(interaction) : RequestIds.Of(interaction))
        {
            ActsOnce = shares,
            MayBeKept = !shares,
            IsAdmin = token => people.IsAdminAsync(call.Workspace, call.User, token),
        };
        var answer = await desk.AskAsync(question, Rendering(shares), cancellationToken);
        IReadOnlyList<byte[]> parts =
            answer.Later is { } later ? await later
            : answer.Now is { } now ? [now, .. answer.More]
            : [];
        await responses.PostAsync(interaction.ResponseUrl, parts.Select(InThread), cancellationToken);

        byte[] InThread(byte[] part) => interaction.ThreadTs.Length == 0 ? part : SlackReply.With("thread_ts", interaction.ThreadTs, part);
    }

    private AnswerRendering Rendering(bool shares) =>
        (shares, options.Charts) switch
        {
            (true, true) => SlackReply.ShareDrawn,
            (true, false) => SlackReply.Share,
            (false, true) => SlackReply.OfferDrawn,
            _ => SlackReply.Offer,
        };

    private CommandCall CallOf(SlackInteraction interaction, Button button) =>
        new(button.Command.ToLowerInvariant(), button.Arguments, people.LocaleOf(interaction.TeamId, interaction.UserId))
        {
            Platform = PlatformId.Slack,
            Workspace = interaction.TeamId,
            Channel = interaction.ChannelId,
            User = interaction.UserId,
            UserName = interaction.UserName,
            Series = button.Series.Length > 0 ? button.Series : null,
            Date = button.Date,
            UpTo = button.UpTo,
        };

    private static partial class Log
    {
        [LoggerMessage(3121, LogLevel.Debug, "An interaction that does not belong to the bot was acknowledged")]
        public static partial void NotOurs(ILogger logger);
    }
}
