using Bot.Chat.Platforms;
using Bot.Discord.Api;
using Bot.Discord.Rendering;

namespace Bot.Discord.Sending;

/// <summary>
/// Sends a message once more in a plainer form if Discord refuses its form; the refusal posted nothing, so that is not a second message
/// (faults B10).
/// </summary>
internal sealed class PlainerPosts(IOperatorAlerts alerts)
{
    /// <summary>Creates a message: as it is, then plainer.</summary>
    public Task<DiscordAnswer> CreateAsync(SendRequest request, DiscordPayload payload, Func<DiscordPayload, Task<DiscordAnswer>> call) =>
        TryAsync(request, payload, () => PlainerForm.Of(payload), call);

    /// <summary>Edits a message.</summary>
    /// <param name="isOfComponents">It must remain one.</param>
    public Task<DiscordAnswer> EditAsync(
        SendRequest request,
        DiscordPayload payload,
        bool isOfComponents,
        Func<DiscordPayload, Task<DiscordAnswer>> call
    ) => TryAsync(request, payload, () => isOfComponents ? PlainerForm.AsDisplays(payload) : PlainerForm.Of(payload), call);

    /// <summary>The first message of a forum post, in the form that is certain to be accepted, if it fits.</summary>
    public Task<DiscordAnswer> StarterAsync(SendRequest request, DiscordPayload payload, Func<DiscordPayload, Task<DiscordAnswer>> call)
    {
        var takesComponents = DiscordLimits.ForumStarterFlags.HasFlag(MessageFlags.IsComponentsV2);
        return !takesComponents && PlainerForm.AsContent(payload, buttons: true) is { } content
            ? TryAsync(request, content, () => payload, call)
            : CreateAsync(request, payload, call);
    }

    private async Task<DiscordAnswer> TryAsync(
        SendRequest request,
        DiscordPayload payload,
        Func<DiscordPayload> other,
        Func<DiscordPayload, Task<DiscordAnswer>> call
    )
    {
        var answer = await call(payload);
        if (answer is not DiscordAnswer.Refused refused || !DiscordErrors.MayPassPlainer(refused.Code))
        {
            return answer;
        }

        answer = await call(other());
        if (answer is DiscordAnswer.Accepted)
        {
            // Reported once, however many channels get it.
            alerts.Raise(
                new OperatorAlert(
                    "payload-refused",
                    $"payload:{PayloadHash.Of(PlatformId.Discord, request.Payload)}",
                    $"{refused.Detail}: posted in another form"
                )
            );
        }

        return answer;
    }
}
