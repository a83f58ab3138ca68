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

    /// <summary>Key that signs what the webhook gets, as <c>whsec_</c> and base64 (Standard Webhooks); null: unsigned.</summary>
    public string? WebhookSecret { get; set; }

    /// <summary>The key before it, while the receiver changes from one to the other: both sign.</summary>
    public string? PreviousWebhookSecret { get; set; }

    /// <summary>Address of a copy of <c>docs/runbook.md</c>, to which alerts link by their reason; null: they have no link.</summary>
    public string? Runbook { get; set; }

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

        if (
            !string.IsNullOrWhiteSpace(Runbook)
            && !(Uri.TryCreate(Runbook, UriKind.Absolute, out var runbook) && (runbook.Scheme is "http" or "https"))
        )
        {
            yield return (nameof(Runbook), DeliveryTexts.Both("OperatorOptions.MustBeHttpOrHttps"));
        }

        foreach (
            var (key, secret) in new[] { (nameof(WebhookSecret), WebhookSecret), (nameof(PreviousWebhookSecret), PreviousWebhookSecret) }
        )
        {
            if (!string.IsNullOrWhiteSpace(secret) && !WebhookSignature.IsKey(secret))
            {
                yield return (key, DeliveryTexts.Both("OperatorOptions.NoWebhookSecret"));
            }
        }
    }

    /// <summary>Where an alert with this reason is explained; null if no page is named.</summary>
    internal Uri? RunbookOf(string reason) => string.IsNullOrWhiteSpace(Runbook) ? null : new Uri($"{Runbook.Split('#')[0]}#{reason}");

    /// <summary>Current key first.</summary>
    internal IReadOnlyList<string> WebhookSecrets =>
        [.. new[] { WebhookSecret, PreviousWebhookSecret }.OfType<string>().Where(secret => secret.Trim().Length > 0)];

    internal ChannelAddress? ChannelOrNull => ChannelAddress.TryParse(Channel, out var address) ? address : null;

    internal Uri? WebhookOrNull => string.IsNullOrWhiteSpace(Webhook) ? null : new Uri(Webhook);
}
