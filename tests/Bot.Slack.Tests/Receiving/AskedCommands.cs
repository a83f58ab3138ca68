using System.Collections.Concurrent;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Trees;
using Bot.Testing.Commands;
using Markdig.Syntax;

namespace Bot.Slack.Tests.Receiving;

/// <summary>Commands that echo what they were asked: one that reads, one that changes, one for admins, and help.</summary>
internal sealed class AskedCommands : ICommandHandler
{
    public AskedCommands() =>
        Catalogue = new CommandCatalogue([
            Named("funding"),
            Named("watch").Changing(),
            Named("briefing").Changing().ForAdmins() with
            {
                LeadsToAll = true,
            },
            Named("help"),
        ]);

    public CommandCatalogue Catalogue { get; }

    public ConcurrentQueue<CommandCall> Calls { get; } = [];

    /// <summary>Answers wait for this.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public int Count(string name) => Calls.Count(call => call.Name == name);

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        Calls.Enqueue(call);
        await Gate.WaitAsync(cancellationToken);
        return new Reply(new Message(new MarkdownDocument { Nodes.Paragraph($"{call.Name}: {call.Text}") }) { Locale = call.Locale });
    }

    private Command Named(string name) => new(name, new LocalizedText(name, name), [], name, this);
}
