using System.Text;
using Bot.Chat.Calls;
using Bot.Testing;
using CsCheck;

namespace Bot.Chat.Tests.Calls;

public sealed class PayloadJsonTests
{
    [Theory]
    [InlineData("""{"a":{"b":"text"}}""", "text")]
    [InlineData("""{"a":{"b":7}}""", null)]
    [InlineData("""{"a":{"b":"\ud800"}}""", null)]
    [InlineData("""{"a":{"\ud800":1,"b":"text"}}""", "text")]
    [InlineData("""{"a":[]}""", null)]
    [InlineData("{}", null)]
    public void What_is_no_text_is_none(string json, string? text)
    {
        using var document = PayloadJson.Parse(Encoding.UTF8.GetBytes(json));

        Assert.Equal(text, document!.RootElement.StringAt("a", "b"));
        Assert.Equal(text ?? "", document.RootElement.TextAt("a", "b"));
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("1.5", null)]
    [InlineData("99999999999", null)]
    [InlineData("1e400", null)]
    [InlineData("null", null)]
    [InlineData("\"1\"", null)]
    public void What_is_no_number_is_none(string value, int? number)
    {
        using var document = PayloadJson.Parse(Encoding.UTF8.GetBytes($$"""{"a":{{value}}}"""));

        Assert.Equal(number, document!.RootElement.IntegerAt("a"));
        Assert.True(document.RootElement.NumberAt("a") is not { } read || double.IsFinite(read));
    }

    [Fact]
    public void H16_Nothing_that_is_read_of_a_mutated_payload_throws() =>
        Gen.Int.Sample(
            seed =>
            {
                using var document = PayloadJson.Parse(
                    Encoding.UTF8.GetBytes(JsonMutations.Of(["""{"a":{"b":["x",1,{"c":true}]},"d":"e","f":1.5}"""], seed))
                );
                if (document?.RootElement is { } root)
                {
                    _ = (
                        root.StringAt("d"),
                        root.NumberAt("f"),
                        root.LongAt("f"),
                        root.FlagAt("a", "b"),
                        root.ListAt("a", "b").Select(item => item.TextAt("c")).Count()
                    );
                }
            },
            iter: 5_000
        );
}
