using System.Text.Json;
using Bot.Chat.Platforms;
using Bot.Discord.Api;
using Bot.Discord.Rendering;

namespace Bot.Discord.Sending;

/// <summary>
/// Replaces a message's text but keeps its form (a message of components must stay one) and the mark by which it is found again. Both are
/// read from the message itself, whoever posted it and when.
/// </summary>
internal sealed class MessageEdits(DiscordClient client, PlainerPosts plainer)
{
    /// <param name="place">Channel or thread that contains the message.</param>
    public async Task<DiscordAnswer> EditAsync(
        SendRequest request,
        DiscordPayload payload,
        string place,
        string message,
        CancellationToken cancellationToken
    )
    {
        var standing = await client.SendAsync(DiscordRoute.GetMessage(place, message), null, cancellationToken);
        switch (standing)
        {
            case DiscordAnswer.Accepted { Json: { ValueKind: JsonValueKind.Object } json }:
                var mark = PostMark.In(json);
                var isOfComponents = IsOfComponents(json);
                return await plainer.EditAsync(
                    request,
                    InForm(payload, isOfComponents),
                    isOfComponents,
                    form => client.SendAsync(DiscordRoute.EditMessage(place, message), form.EditBody(mark), cancellationToken)
                );
            case DiscordAnswer.Accepted:
                return new DiscordAnswer.Lost("The message could not be read.");
            default:
                // Nothing was changed yet.
                return standing is DiscordAnswer.Lost lost ? new DiscordAnswer.NotSent(lost.Detail) : standing;
        }
    }

    private static DiscordPayload InForm(DiscordPayload payload, bool isOfComponents) =>
        (isOfComponents, payload.Content) switch
        {
            (true, not null) => PlainerForm.AsContainer(payload),
            // A section that was posted as content. If the new text does not fit there, it becomes a message of components, which is
            // allowed.
            (false, null) => PlainerForm.AsContent(payload, buttons: true) ?? payload,
            _ => payload,
        };

    private static bool IsOfComponents(JsonElement message) =>
        message.TryGetProperty("flags", out var flags)
        && flags.ValueKind == JsonValueKind.Number
        && flags.TryGetInt32(out var set)
        && ((MessageFlags)set).HasFlag(MessageFlags.IsComponentsV2);
}
