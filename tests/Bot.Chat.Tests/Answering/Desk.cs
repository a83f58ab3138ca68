using System.Diagnostics.Metrics;
using System.Text;
using Bot.Chat.Answering;
using Bot.Chat.Commands;
using Bot.Chat.Installations;
using Bot.Chat.Messages;
using Bot.Chat.Platforms;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Bot.Testing.Commands;
using Markdig.Syntax;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Chat.Tests.Answering;

/// <summary>A desk with three commands: one reads, one changes, one is for admins and changes.</summary>
internal sealed class Desk : IArchiveVersion, IInbox, ICommandHandler, IPostedThreads, IPermalinks, IAskers, IDisposable
{
    private readonly AskRate _rate;
    private readonly RenderedAnswers _kept;
    private readonly Meters _meters = new();
    private readonly HashSet<string> _accepted = [];

    public Desk(AskingOptions? options = null)
    {
        Links = new PostLinks(this, [this], Clock, NullLogger<PostLinks>.Instance);
        options ??= new AskingOptions();
        var catalogue = new CommandCatalogue([
            Named("funding"),
            Named("catchup").VaryingByPerson(),
            Named("watch").Changing(),
            Named("briefing").Changing().ForAdmins(),
        ]);
        _rate = new AskRate(options);
        _kept = new RenderedAnswers(this, catalogue, options, _meters);
        Questions = new CommandService(
            _rate,
            _kept,
            new TimelyAnswers(new CommandDispatcher(catalogue), Links, this, Clock, NullLogger<TimelyAnswers>.Instance),
            new AnswerMetrics(catalogue, Clock, _meters),
            Clock,
            NullLogger<CommandService>.Instance,
            this
        );
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 6, 0, 0, 0, TimeSpan.Zero));

    public CommandService Questions { get; }

    public long Current { get; set; } = 1;

    public PostLinks Links { get; }

    /// <summary>Where a briefing was posted; null if it was not.</summary>
    public Func<ChannelAddress, DateOnly, CancellationToken, Task<string?>> Posted { get; set; } =
        (_, _, _) => Task.FromResult<string?>(null);

    PlatformId IPermalinks.Platform => PlatformId.Slack;

    /// <summary>When each person's last answered question came.</summary>
    public Dictionary<string, DateTimeOffset> Answers { get; } = [];

    public List<CommandCall> Handled { get; } = [];

    public Func<CommandCall, Task<Reply>>? Handler { get; set; }

    public static Question Asked(string name, string text = "", string request = "R1", string user = "U1") =>
        new(
            new CommandCall(name, text, Locale.English)
            {
                Platform = PlatformId.Slack,
                Workspace = "T1",
                User = user,
            },
            request
        );

    public static Reply Says(string text) => new(new Message(new MarkdownDocument { Nodes.Paragraph(text) }) { Locale = Locale.English });

    public async Task<string> AnswerAsync(Question question)
    {
        var answer = await Questions.AskAsync(question, Render, TestContext.Current.CancellationToken);
        return answer.Now is { } now ? Encoding.UTF8.GetString(now)
            : answer.Later is null ? "nothing"
            : "later";
    }

    public static IReadOnlyList<byte[]> Render(Reply reply, CommandCall call) =>
        [Encoding.UTF8.GetBytes(TextRenderer.Render(reply.Message).Trim())];

    public Task<Reply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        Handled.Add(call);
        return Handler?.Invoke(call) ?? Task.FromResult(Says($"{call.Name} {call.Text} {Handled.Count}"));
    }

    public Task<bool> TryAcceptAsync(PlatformId platform, string request, CancellationToken cancellationToken) =>
        Task.FromResult(_accepted.Add(request));

    public Task<string?> RootAsync(ChannelAddress channel, BriefingKey briefing, CancellationToken cancellationToken) =>
        Posted(channel, briefing.Date, cancellationToken);

    public ValueTask<Uri?> OfRootAsync(ChannelAddress channel, string messageId, CancellationToken cancellationToken) =>
        new(new Uri($"https://chat.example/{channel.Channel}/{messageId}"));

    public ValueTask<Uri?> OfReplyAsync(ChannelAddress channel, string rootId, string messageId, CancellationToken cancellationToken) =>
        new(new Uri($"https://chat.example/{channel.Channel}/{rootId}/{messageId}"));

    public ValueTask<DateTimeOffset?> LastAnsweredAsync(CommandCall call, CancellationToken cancellationToken) =>
        new(Answers.TryGetValue(call.User, out var at) ? at : null);

    public void Answered(CommandCall call, DateTimeOffset asked) => Answers[call.User] = asked;

    public void Dispose()
    {
        _rate.Dispose();
        _kept.Dispose();
        _meters.Dispose();
    }

    private Command Named(string name) => new(name, new LocalizedText(name, name), [], name, this);

    private sealed class Meters : IMeterFactory
    {
        private readonly List<Meter> _meters = [];

        public Meter Create(MeterOptions options)
        {
            var meter = new Meter(options);
            _meters.Add(meter);
            return meter;
        }

        public void Dispose() => _meters.ForEach(meter => meter.Dispose());
    }
}
