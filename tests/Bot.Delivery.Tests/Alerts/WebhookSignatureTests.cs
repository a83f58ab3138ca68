using System.Text;
using Bot.Delivery.Alerts;

namespace Bot.Delivery.Tests.Alerts;

public sealed class WebhookSignatureTests
{
    // The example of the specification and of its libraries' tests.
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const string Signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1614265330);
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"test": 2432232314}""");

    [Fact]
    public void It_is_the_one_of_the_specification()
    {
        using var request = new HttpRequestMessage();

        WebhookSignature.Sign(request.Headers, [Secret], Id, At, Body);

        Assert.Equal([Id], request.Headers.GetValues("webhook-id"));
        Assert.Equal(["1614265330"], request.Headers.GetValues("webhook-timestamp"));
        Assert.Equal([Signature], request.Headers.GetValues("webhook-signature"));
    }

    [Fact]
    public void While_a_key_is_changed_both_sign()
    {
        using var request = new HttpRequestMessage();

        WebhookSignature.Sign(request.Headers, ["whsec_" + Convert.ToBase64String(new byte[32]), Secret], Id, At, Body);

        var signatures = request.Headers.GetValues("webhook-signature").Single().Split(' ');
        Assert.Equal(2, signatures.Length);
        Assert.Equal(Signature, signatures[1]);
    }

    [Fact]
    public void Without_a_key_nothing_is_added()
    {
        using var request = new HttpRequestMessage();

        WebhookSignature.Sign(request.Headers, [], Id, At, Body);

        Assert.Empty(request.Headers);
    }

    [Theory]
    [InlineData(Secret, true)]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", true)]
    [InlineData("whsec_c2hvcnQ=", false)]
    [InlineData("whsec_no base64!", false)]
    [InlineData("", false)]
    public void A_key_is_base64_of_24_to_64_bytes(string secret, bool isKey) => Assert.Equal(isKey, WebhookSignature.IsKey(secret));
}
