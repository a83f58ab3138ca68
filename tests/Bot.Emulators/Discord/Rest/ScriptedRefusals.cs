using System.Globalization;
using Bot.Emulators.TestChat;

namespace Bot.Emulators.Discord.Rest;

/// <summary>
/// The refusals of a fault script: the common words of all emulators, or one of Discord's own codes (<c>50013</c>),
/// optionally with the seconds to wait given in its body (<c>20016 7.5</c>); <c>uncoded 404</c> is a status without a
/// code.
/// </summary>
internal static class ScriptedRefusals
{
    public static RefusalException Of(string? reason) =>
        reason switch
        {
            Refusals.TokenRefused => RefusalException.Unauthorized,
            Refusals.PermissionMissing => RefusalException.Of(ErrorCodes.MissingPermissions),
            Refusals.ChannelGone => RefusalException.Of(ErrorCodes.UnknownChannel),
            Refusals.ThreadGone => RefusalException.Of(ErrorCodes.UnknownMessage),
            Refusals.ChannelLocked => RefusalException.Of(ErrorCodes.ThreadLocked),
            Refusals.PayloadRefused => RefusalException.Of(ErrorCodes.InvalidForm),
            _ when reason?.Split(' ') is ["uncoded", var status] => new RefusalException(
                int.Parse(status, CultureInfo.InvariantCulture),
                0,
                $"{status}: somebody on the way"
            ),
            _ when reason?.Split(' ') is [var word, .. var rest]
                    && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var code) => RefusalException.Of(
                code,
                rest is [var seconds] ? double.Parse(seconds, CultureInfo.InvariantCulture) : null
            ),
            _ => new RefusalException(400, 0, "400: Bad Request"),
        };

    /// <summary>Discord's name for the scope of a limit.</summary>
    public static string Scope(string scope) =>
        scope switch
        {
            "token" or "global" => "global",
            "workspace" or "shared" => "shared",
            _ => "user",
        };
}
