using System.Text;

namespace Bot.Briefings.Tests.Reading;

public sealed class TryReadTests
{
    private readonly BriefingReader _reader = new();

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t\u3000\n")]
    [InlineData("\uFEFF")]
    [InlineData("\uFEFF \n")]
    public void Nothing_but_space_is_empty(string text)
    {
        Assert.Equal(ReadError.Empty, _reader.TryRead(Encoding.UTF8.GetBytes(text), out var reading));
        Assert.Null(reading);
    }

    [Theory]
    [InlineData(new byte[] { 0x23, 0x20, 0xFF })]
    [InlineData(new byte[] { 0xC3 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0x82, 0xA0, 0x82, 0xA2 })]
    public void Bytes_that_are_not_utf8_are_refused(byte[] bytes)
    {
        Assert.Equal(ReadError.NotUtf8, _reader.TryRead(bytes, out var reading));
        Assert.Null(reading);
    }

    [Fact]
    public void One_byte_over_the_limit_is_too_large()
    {
        var bytes = new byte[(2 * 1024 * 1024) + 1];
        Array.Fill(bytes, (byte)'a');

        Assert.Equal(ReadError.TooLarge, _reader.TryRead(bytes, out _));
        Assert.Equal(ReadError.None, _reader.TryRead(bytes.AsSpan(1), out _));
    }

    [Fact]
    public void A_byte_order_mark_is_dropped_and_is_no_invisible_character()
    {
        Assert.Equal(ReadError.None, _reader.TryRead(Encoding.UTF8.GetBytes("\uFEFF# Title\n"), out var reading));

        Assert.Equal("# Title\n", reading!.Source);
        Assert.Equal("Title", reading.Briefing.Title);
        Assert.DoesNotContain(reading.Briefing.Warnings, warning => warning.Code == "invisible-characters");
    }
}
