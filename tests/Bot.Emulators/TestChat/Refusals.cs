namespace Bot.Emulators.TestChat;

/// <summary>The test chat's refusals, each with its status.</summary>
public static class Refusals
{
    public const string TokenRefused = "token-refused";
    public const string PermissionMissing = "permission-missing";
    public const string ChannelGone = "channel-gone";
    public const string ThreadGone = "thread-gone";
    public const string ChannelLocked = "channel-locked";
    public const string PayloadRefused = "payload-refused";
    public const string Other = "other";

    public static IReadOnlyDictionary<string, int> Statuses { get; } =
        new Dictionary<string, int>
        {
            [TokenRefused] = 401,
            [PermissionMissing] = 403,
            [ChannelGone] = 404,
            [ThreadGone] = 410,
            [ChannelLocked] = 423,
            [PayloadRefused] = 422,
            [Other] = 400,
        };
}
