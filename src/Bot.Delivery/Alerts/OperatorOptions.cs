using Bot.Chat;
using Bot.Chat.Platforms;

namespace Bot.Delivery.Alerts;

/// <summary>How the operator is told what needs a person. It is always logged too.</summary>
public sealed class OperatorOptions
{
    public const string Section = "Operator";

    /// <summary>A channel as <c>web:local/ops</c>, <c>slack:T1/C1</c> or <c>discord:GUILD/CHANNEL</c>; null: none.</summary>
    public string? Channel { get; set; }

    /// <summary>
    /// An http(s) address that receives JSON with a key <c>text</c>, as Slack's incoming webhooks do; null: none. As secret as a token.
    /// </summary>
    public string? Webhook { get; set; }

    /// <summary>Language of the alerts.</summary>
    public Locale Language { get; set; } = Locale.Japanese;

    /// <summary>Configuration problems, by key; empty if there are none. Never contains the webhook's address.</summary>
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
