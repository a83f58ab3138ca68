using System.Text;
using Bot.Discord.Receiving.Gateway;
using CsCheck;

namespace Bot.Discord.Tests.Receiving.Gateway;

public class GatewayFrameTests
{
    [Theory]
    [InlineData(
        """{"t":null,"s":null,"op":10,"d":{"heartbeat_interval":41250,"_trace":["x"]}}""",
        10,
        null,
        "",
        """{"heartbeat_interval":41250,"_trace":["x"]}"""
    )]
    [InlineData("""{"op":0,"s":42,"t":"READY","d":{"a":[1,2]},"new":{}}""", 0, 42L, "READY", """{"a":[1,2]}""")]
    [InlineData("""{"op":9,"d":false}""", 9, null, "", "false")]
    [InlineData("""{"op":11}""", 11, null, "", "")]
    [InlineData("""{ "d" : "text" , "op" : 1 }""", 1, null, "", "\"text\"")]
    public void A_frame_is_read_with_its_data_as_it_came(string json, int opcode, long? sequence, string name, string data)
    {
        var frame = GatewayFrame.TryRead(Encoding.UTF8.GetBytes(json))!.Value;

        Assert.Equal(
            (opcode, sequence, name, data),
            ((int)frame.Opcode, frame.Sequence, frame.Event, Encoding.UTF8.GetString(frame.Data.Span))
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"op":"0"}""")]
    [InlineData("""{"op":0,"d":{}""")]
    [InlineData("""{"op":0,"t":"\udfff"}""")]
    public void What_is_no_frame_is_none(string json) => Assert.Null(GatewayFrame.TryRead(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Fuzz_no_bytes_make_the_reader_throw()
    {
        var sample = """{"op":0,"s":42,"t":"INTERACTION_CREATE","d":{"id":"1","type":2,"data":{"name":"資金"}}}"""u8.ToArray();
        Gen.Select(Gen.Int[0, sample.Length - 1], Gen.Byte)
            .Array[0, 6]
            .Sample(changes =>
            {
                var changed = sample.ToArray();
                foreach (var (at, value) in changes)
                {
                    changed[at] = value;
                }

                _ = GatewayFrame.TryRead(changed);
                _ = GatewaySession.Of(changed, 1);
            });
        Gen.Byte.Array[0, 100]
            .Sample(bytes =>
            {
                _ = GatewayFrame.TryRead(bytes);
            });
    }

    [Fact]
    public void What_the_bot_sends_is_short_and_as_Discord_reads_it()
    {
        var session = new GatewaySession("s1", new Uri("wss://gateway.example"), 7);

        Assert.Equal("""{"op":1,"d":null}""", Encoding.UTF8.GetString(GatewayFrames.Heartbeat(null)));
        Assert.Equal("""{"op":1,"d":7}""", Encoding.UTF8.GetString(GatewayFrames.Heartbeat(7)));
        Assert.Equal(
            """{"op":6,"d":{"token":"t","session_id":"s1","seq":7}}""",
            Encoding.UTF8.GetString(GatewayFrames.Resume("t", session))
        );
        var identify = Encoding.UTF8.GetString(GatewayFrames.Identify(new string('t', 100), ShardId.Only));
        Assert.Contains("\"intents\":1,", identify, StringComparison.Ordinal);
        Assert.Contains("\"shard\":[0,1]", identify, StringComparison.Ordinal);
        Assert.True(identify.Length < 4096);
    }

    [Theory]
    [InlineData("""{"session_id":"s","resume_gateway_url":"wss://g.example/x"}""", true)]
    [InlineData("""{"session_id":"s","resume_gateway_url":"https://g.example"}""", false)]
    [InlineData("""{"session_id":"s"}""", false)]
    [InlineData("""{"resume_gateway_url":"wss://g.example/x"}""", false)]
    [InlineData("""[]""", false)]
    [InlineData("""{""", false)]
    public void A_session_is_what_READY_says(string ready, bool there) =>
        Assert.Equal(there, GatewaySession.Of(Encoding.UTF8.GetBytes(ready), 1) is not null);
}
