using Bot.Serving.Logging;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Serving.Logging;

public sealed class OneLineFormatterTests
{
    private readonly OneLineFormatter _formatter = new(new FakeTimeProvider(new DateTimeOffset(2026, 1, 6, 7, 30, 0, 123, TimeSpan.Zero)));

    [Fact]
    public void A_line_is_as_the_simple_console_writes_it() =>
        Assert.Equal("2026-01-06T07:30:00.123Z warn: Bot.Inbox[2003] a.md cannot be taken\n", Write("a.md cannot be taken", null));

    [Theory]
    [InlineData("a\nforged", "a forged")]
    [InlineData("a\r\nforged", "a forged")]
    [InlineData("a\u001b[2J", "a\\u001B[2J")]
    [InlineData("a\u0000\b\u007f", "a\\u0000\\u0008\\u007F")]
    [InlineData("a\u202Edm.exe", "a\\u202Edm.exe")]
    [InlineData("a\u009B2J", "a\\u009B2J")]
    [InlineData("\ud83d\ude00 \u8cc7\u91d1", "\ud83d\ude00 \u8cc7\u91d1")]
    public void H28_No_character_moves_the_cursor_or_begins_a_line(string message, string written)
    {
        Assert.Equal($"2026-01-06T07:30:00.123Z warn: Bot.Inbox[2003] {written}\n", Write(message, null));
        var withFailure = Write("x", new InvalidOperationException(message));
        Assert.Contains(written, withFailure, StringComparison.Ordinal);
        Assert.Equal(withFailure.Length - 1, withFailure.IndexOf('\n', StringComparison.Ordinal));
    }

    [Fact]
    public void H28_Half_a_character_is_written_as_its_code() =>
        Assert.Contains("half \\uD83D\n", Write("half " + "\ud83d\ude00"[0], null), StringComparison.Ordinal);

    private string Write(string message, Exception? failure)
    {
        using var text = new StringWriter();
        _formatter.Write(
            new LogEntry<string>(LogLevel.Warning, "Bot.Inbox", new EventId(2003), message, failure, (state, _) => state),
            null,
            text
        );
        return text.ToString();
    }
}
