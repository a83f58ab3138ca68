using Bot.Chat.Answering;
using Bot.Chat.Commands;
using Bot.Chat.Platforms;
using Bot.Slack.Receiving.People;
using Bot.Slack.Receiving.Replying;

namespace Bot.Slack.Receiving;

/// <summary>
/// Answers a slash command, whichever way it came: in the acknowledgement when that is ready in time, else over its
/// <c>response_url</c>. What it does not know gets a polite answer.
/// </summary>
internal sealed class CommandInbound(
    QuestionDesk desk, CommandCatalogue catalogue, SlackPeople people, ResponseUrls responses, LateWork late)
{
    private static readonly byte[] Nothing = [];

    private readonly AnswerRendering _render = SlackReply.Offering(catalogue);

    /// <summary>The acknowledgement's body; empty: only acknowledge.</summary>
    public ValueTask<byte[]> ReceiveAsync(SlackCommand command)
    {
        var call = CallOf(command);
        var question = new Question(call, RequestIds.Of(command));
        if (catalogue.Find(call.Name) is { AdminsOnly: true })
        {
            question = question with { IsAdmin = token => people.IsAdminAsync(call.Workspace, call.User, token) };
        }

        var asking = desk.AskAsync(question, _render, late.Stopping);
        return asking is { IsCompletedSuccessfully: true, Result: { Now: { } now, More.Count: 0 } } ? new(now) : AwaitAsync(command, asking);
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
        var name = SlackText.Plain(command.Command).TrimStart('/').ToLowerInvariant();
        var text = SlackText.Plain(command.Text);
        // Slack asks that every command answers "help" (https://docs.slack.dev/interactivity/implementing-slash-commands).
        if (text.Equals("help", StringComparison.OrdinalIgnoreCase) && name != "help" && catalogue.Find("help") is not null)
        {
            (name, text) = ("help", name);
        }

        return new CommandCall(name, text, people.LocaleOf(command.TeamId, command.UserId))
        {
            Platform = PlatformId.Slack,
            Workspace = command.TeamId,
            Channel = command.ChannelId,
            User = command.UserId,
            UserName = command.UserName,
        };
    }
}
