using System.Net;
using System.Text;
using Bot.Slack.Receiving;
using Bot.Slack.Receiving.Http;
using CsCheck;

namespace Bot.Slack.Tests.Receiving.Http;

public sealed class FormFieldsTests
{
    [Fact]
    public void Fields_come_in_order_and_decoded() =>
        Assert.Equal(
            [("command", "/funding"), ("text", "x.ai 資金 & more"), ("empty", ""), ("bare", "")],
            Read("command=%2Ffunding&text=x.ai+%E8%B3%87%E9%87%91+%26%20more&empty=&&bare")
        );

    [Fact]
    public void What_is_no_proper_encoding_stays_as_it_is() =>
        Assert.Equal([("a", "100%"), ("b", "%zz"), ("c", "%4"), ("d", "\uFFFD")], Read("a=100%&b=%zz&c=%4&d=%ff"));

    [Fact]
    public void The_first_of_equal_names_is_found()
    {
        Assert.Equal("1"u8, FormFields.Find("x=0&a=1&a=2"u8, "a"u8));
        Assert.True(FormFields.Find("x=0"u8, "a"u8).IsEmpty);
    }

    [Fact]
    public void A_value_comes_back_whatever_it_is() =>
        Gen.String.Sample(text =>
        {
            // Half a surrogate pair has no encoding.
            var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            Assert.Equal([("text", whole)], Read("text=" + WebUtility.UrlEncode(whole)));
        });

    [Fact]
    public void Any_bytes_are_read_to_their_end() =>
        Gen
            .Byte.Array[0, 600]
            .Sample(bytes =>
            {
                var command = SlackCommand.FromForm(bytes);
                Assert.NotNull(command.Text);
                Assert.True(FormFields.Decode(bytes).Length <= bytes.Length);
            });

    private static List<(string, string)> Read(string form)
    {
        var fields = new FormFields(Encoding.UTF8.GetBytes(form));
        var read = new List<(string, string)>();
        while (fields.Read())
        {
            read.Add((Encoding.UTF8.GetString(fields.Name), FormFields.Decode(fields.Value)));
        }

        return read;
    }
}
