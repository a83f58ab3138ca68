using System.Text;
using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Rest;
using Bot.Emulators.Discord.World;

namespace Bot.Emulators.Discord.Rules;

/// <summary>Validates the body of a new or edited message.</summary>
/// <remarks>https://docs.discord.com/developers/resources/message#create-message</remarks>
public sealed class MessageForm(DiscordRules rules)
{
    private const int ContentLimit = 2000;
    private const int NonceLimit = 25;

    /// <param name="isV2">Whether the message consists, or will consist, of components only.</param>
    /// <param name="path">Prefix of every path in the error tree: <c>data</c> for interactions, <c>message</c> for forum posts.</param>
    /// <exception cref="RefusalException">50035 with the errors; 500 where Discord fails.</exception>
    public void Verify(JsonObject body, bool isV2, string path = "")
    {
        var errors = new FormErrors();
        var at = path.Length > 0 ? path + "." : "";
        if (body["content"] is { } content)
        {
            if (content.Text() is not { } text)
            {
                errors.Add(at + "content", "STRING_TYPE_CONVERT", "Could not interpret value as string.");
            }
            else if (text.Points() > ContentLimit)
            {
                errors.TooLong(at + "content", ContentLimit);
            }
        }

        if (body["nonce"] is JsonValue nonce && nonce.Text() is { } key && key.Points() > NonceLimit)
        {
            errors.TooLong(at + "nonce", NonceLimit);
        }

        if (body["flags"] is { } flags && flags.Number() is null)
        {
            errors.Add(at + "flags", "NUMBER_TYPE_COERCE", $"Value \"{flags}\" is not int.");
        }

        EmbedForm.Verify(body["embeds"], at + "embeds", errors);
        MentionForm.Verify(body["allowed_mentions"], at + "allowed_mentions", errors);
        ComponentForm.Verify(body["components"], at + "components", isV2, errors);
        if (isV2)
        {
            LegacyMembers(body, at, errors);
        }

        errors.Verify();
        Weigh(body["components"], isV2);
    }

    /// <summary>The first message of a forum post, which allows fewer flags than others.</summary>
    /// <exception cref="RefusalException">Same as <see cref="Verify"/>.</exception>
    public void VerifyStarter(JsonObject body, MessageFlags flags)
    {
        var isV2 = flags.HasFlag(MessageFlags.IsComponentsV2);
        if (isV2 && !rules.ForumStartersTakeComponents)
        {
            var errors = new FormErrors();
            errors.Add("message.flags", "MESSAGE_INVALID_FLAGS", "These flags cannot be set on the first message of a post.");
            errors.Verify();
        }

        Verify(body, isV2, "message");
    }

    private static void LegacyMembers(JsonObject body, string at, FormErrors errors)
    {
        foreach (var member in new[] { "content", "embeds", "sticker_ids", "poll" })
        {
            if (
                body[member] switch
                {
                    null => false,
                    JsonArray { Count: 0 } => false,
                    JsonValue value => value.Text() != "",
                    _ => true,
                }
            )
            {
                errors.Add(
                    at + member,
                    "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                    $"The '{member}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"
                );
            }
        }
    }

    private void Weigh(JsonNode? components, bool isV2)
    {
        if (
            isV2
            && rules.FailsOnTextBytes
            && MessageText.Displays(components).Sum(text => Encoding.UTF8.GetByteCount(text) + 12) > rules.TextBytes
        )
        {
            throw RefusalException.Internal;
        }
    }
}
