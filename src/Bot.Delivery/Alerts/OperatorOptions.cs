using Bot.Chat;
using Bot.Chat.Platforms;

namespace Bot.Delivery.Alerts;

/// <summary>How the operator is told what needs a person. The log tells it always.</summary>
public sealed class OperatorOptions
{
    public const string Section = "Operator";

    /// <summary>A channel as <c>web:local/ops</c>, <c>slack:T1/C1</c> or <c>discord:GUILD/CHANNEL</c>; null: none.</summary>
    public string? Channel { get; set; }

    /// <summary>
    /// An http(s) address that is sent JSON with a key <c>text</c>, so that an incoming webhook of Slack will do; null: none. As secret as
    /// a token.
    /// </summary>
    public string? Webhook { get; set; }

    /// <summary>Language of what is told.</summary>
    public Locale Language { get; set; } = Locale.Japanese;

    /// <summary>What is wrong, by key; nothing when all is well. Never the webhook's address.</summary>
    public IEnumerable<(string Key, LocalizedText Message)> Problems()
    {
        if (!string.IsNullOrWhiteSpace(Channel) && !ChannelAddress.TryParse(Channel, out _))
        {
            yield return (nameof(Channel), DeliveryTexts.Both("OperatorOptions.IsNoChannelExampleWeb", Channel));
        }

        if (
            !string.IsNullOrWhiteSpace(Webhook)
            && !(Uri.TryCreate(Webhook, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https"))
        )
        {
            yield return (nameof(Webhook), DeliveryTexts.Both("OperatorOptions.MustBeHttpOrHttps"));
        }
    }

    internal ChannelAddress? ChannelOrNull => ChannelAddress.TryParse(Channel, out var address) ? address : null;

    internal Uri? WebhookOrNull => string.IsNullOrWhiteSpace(Webhook) ? null : new Uri(Webhook);
}
