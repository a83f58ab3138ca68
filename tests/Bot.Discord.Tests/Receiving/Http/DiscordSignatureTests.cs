using System.Text;
using Bot.Discord.Receiving.Http;
using Microsoft.Extensions.Time.Testing;
using NSec.Cryptography;

namespace Bot.Discord.Tests.Receiving.Http;

public class DiscordSignatureTests
{
    // The first key of https://www.rfc-editor.org/rfc/rfc8032#section-7.1
    private const string Key = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
    private const string Timestamp = "1767225600";
    private const string Ping = """{"id":"1456000000000000000","application_id":"1456000000000000001","type":1,"token":"t","version":1}""";
    private const string PingSignature =
        "e58ecf57e8923f187d42e1e8a9ec61f94b8b8476116afd33e2856621f5503e003425293580b7577a93d6495a9299909cc86f990606f97b71fa9c4d6c544fcd06";

    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeSeconds(1767225600));

    [Theory]
    [InlineData(Ping, PingSignature)]
    [InlineData(
        """{"type":2,"data":{"name":"資金調達"}}""",
        "3a0c6ae37869c5af362b74fb744dfc907db714b0bcf3a067ac3d38049ea2475e2c586e9d7f9f49d0f47c5313eda32d884571b990dfb3d5651e5ca4f8a1edb50d"
    )]
    public void A_signature_of_Discords_key_is_accepted(string body, string signature) =>
        Assert.True(Signature().IsValid(signature, Signed(body)));

    [Fact]
    public void E1_A_changed_byte_of_body_or_timestamp_is_refused()
    {
        var signed = Signed(Ping);
        for (var at = 0; at < signed.Length; at++)
        {
            var changed = signed.ToArray();
            changed[at] ^= 1;
            Assert.False(Signature().IsValid(PingSignature, changed));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("zz")]
    [InlineData(
        "e58ecf57e8923f187d42e1e8a9ec61f94b8b8476116afd33e2856621f5503e003425293580b7577a93d6495a9299909cc86f990606f97b71fa9c4d6c544fcd"
    )]
    [InlineData(PingSignature + "00")]
    [InlineData(
        "ｅ58ecf57e8923f187d42e1e8a9ec61f94b8b8476116afd33e2856621f5503e003425293580b7577a93d6495a9299909cc86f990606f97b71fa9c4d6c544fcd06"
    )]
    [InlineData(
        "zz8ecf57e8923f187d42e1e8a9ec61f94b8b8476116afd33e2856621f5503e003425293580b7577a93d6495a9299909cc86f990606f97b71fa9c4d6c544fcd06"
    )]
    public void E1_A_malformed_signature_is_refused_and_nothing_is_thrown(string signature) =>
        Assert.False(Signature().IsValid(signature, Signed(Ping)));

    [Fact]
    public void G1_A_signature_of_the_former_key_is_accepted_while_both_are_configured()
    {
        using var own = new Key(SignatureAlgorithm.Ed25519);
        var key = Convert.ToHexString(own.PublicKey.Export(KeyBlobFormat.RawPublicKey));
        var signature = Convert.ToHexString(SignatureAlgorithm.Ed25519.Sign(own, Signed(Ping)));

        var both = new DiscordSignature([key, Key, ""], _time);

        Assert.True(both.IsValid(signature, Signed(Ping)));
        Assert.True(both.IsValid(PingSignature, Signed(Ping)));
        Assert.False(Signature().IsValid(signature, Signed(Ping)));
    }

    [Theory]
    [InlineData("1767225600", true)]
    [InlineData("1767225300", true)]
    [InlineData("1767225900", true)]
    [InlineData("1767225299", false)]
    [InlineData("1767225901", false)]
    [InlineData("", false)]
    [InlineData("-1767225600", false)]
    [InlineData(" 1767225600", false)]
    [InlineData("17672256000000000000000", false)]
    [InlineData("１７６７２２５６００", false)]
    public void E2_A_timestamp_far_from_now_is_refused_either_way(string timestamp, bool fresh) =>
        Assert.Equal(fresh, Signature().IsFresh(timestamp));

    [Theory]
    [InlineData("")]
    [InlineData("no key")]
    [InlineData("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f70751zz")]
    public void What_is_no_key_is_known(string key) => Assert.False(DiscordSignature.IsKey(key));

    private DiscordSignature Signature() => new([Key], _time);

    private static byte[] Signed(string body) => Encoding.UTF8.GetBytes(Timestamp + body);
}
