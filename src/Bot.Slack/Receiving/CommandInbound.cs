using Bot.Chat.Answering;
using Bot.Chat.Commands;
using Bot.Chat.Platforms;
using Bot.Slack.Receiving.People;
using Bot.Slack.Receiving.Replying;
using Bot.Slack.Setup;

namespace Bot.Slack.Receiving;

/// <summary>
/// Answers a slash command, however it arrived: in the acknowledgement if the answer is ready in time, otherwise through its
/// <c>response_url</c>. An unknown command gets a polite answer.
/// </summary>
internal sealed class CommandInbound(
    CommandService desk,
    CommandReader reader,
    SlackPeople people,
    ResponseUrls responses,
    LateWork late,
    NotInstalledReply notInstalled,
    TypedCommands typed,
    SlackOptions options
)
{
    private static readonly byte[] Nothing = [];

    /// <summary>The acknowledgement's body; empty for a bare acknowledgement.</summary>
    public ValueTask<byte[]> ReceiveAsync(SlackCommand command)
    {
        var refusing = notInstalled.ForAsync(command.TeamId, late.Stopping);
        return refusing is { IsCompletedSuccessfully: true, Result: null } ? AskAsync(command) : AwaitAsync(command, refusing);
    }

    private async ValueTask<byte[]> AwaitAsync(SlackCommand command, ValueTask<byte[]?> refusing) =>
        await refusing ?? await AskAsync(command);

    private ValueTask<byte[]> AskAsync(SlackCommand command)
    {
        var call = CallOf(command);
        var question = new Question(call, RequestIds.Of(command))
        {
            IsAdmin = token => people.IsAdminAsync(call.Workspace, call.User, token),
        };

        var asking = desk.AskAsync(question, options.Charts ? SlackReply.OfferDrawn : SlackReply.Offer, late.Stopping);
        return asking is { IsCompletedSuccessfully: true, Result: { Now: { } now, More.Count: 0 } }
            ? new(now)
            : AwaitAsync(command, asking);
    }

    private async ValueTask<byte[]> AwaitAsync(SlackCommand command, ValueTask<DeskAnswer> asking)
    {
        var answer = await asking;
        if (answer.Later is { } later)
        {
            late.Start("late answer", async token => await responses.PostAsync(command.ResponseUrl, await later, token));
        }
        else if (answer.More.Count > 0)
        {
            late.Start("later part of an answer", token => responses.PostAsync(command.ResponseUrl, answer.More, token));
        }

        return answer.Now ?? Nothing;
    }

    private CommandCall CallOf(SlackCommand command)
    {
        var locale = people.LocaleOf(command.TeamId, command.UserId);
        var (name, text) = (typed.NameOf(SlackText.Plain(command.Command)), SlackText.Plain(command.Text));
        // Without a name it is not a command, whatever its text says.
        var read = name.Length == 0 ? null : reader.Read($"{name} {text}", locale);
        return (read ?? new CommandCall(name, text, locale)) with
        {
            Platform = PlatformId.Slack,
            Workspace = command.TeamId,
            Channel = command.ChannelId,
            User = command.UserId,
            UserName = command.UserName,
        };
    }
}
