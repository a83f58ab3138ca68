using Bot.Chat.Calls;
using Bot.Chat.Platforms;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Chat.Tests.Calls;

public sealed class RefusedSignaturesTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly Lines _lines = new();
    private readonly RefusedSignatures _refusals;

    public RefusedSignaturesTests() => _refusals = new RefusedSignatures(PlatformId.Slack, "Slack:SigningSecret", _clock, _lines);

    [Fact]
    public void H14_Each_reason_is_told_once()
    {
        for (var time = 0; time < 5; time++)
        {
            _refusals.Note(SignatureVerdict.Mismatch);
            _refusals.Note(SignatureVerdict.Late(TimeSpan.FromSeconds(-420)));
            _clock.Advance(RefusedSignatures.Rhythm);
        }

        Assert.Collection(
            _lines.All,
            line => Assert.Contains("the signature does not match", line, StringComparison.Ordinal),
            line => Assert.Contains("time off by 420 s (it is behind", line, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void H14_After_a_good_request_and_an_hour_it_is_told_anew()
    {
        _refusals.Note(SignatureVerdict.Mismatch);
        _refusals.Note(SignatureVerdict.Good);
        _refusals.Note(SignatureVerdict.Mismatch);
        Assert.Single(_lines.All);

        _clock.Advance(RefusedSignatures.Rhythm);
        _refusals.Note(SignatureVerdict.Mismatch);
        Assert.Equal(2, _lines.All.Count);
    }

    [Fact]
    public void Good_requests_are_not_told() => Assert.Empty(NotedGood());

    private List<string> NotedGood()
    {
        _refusals.Note(SignatureVerdict.Good);
        return _lines.All;
    }

    private sealed class Lines : ILogger
    {
        public List<string> All { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => All.Add(formatter(state, exception));
    }
}
