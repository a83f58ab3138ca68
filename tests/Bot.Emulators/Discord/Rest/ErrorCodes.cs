namespace Bot.Emulators.Discord.Rest;

/// <summary>Discord's error codes with status and text.</summary>
/// <remarks>https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes</remarks>
public static class ErrorCodes
{
    public const int UnknownChannel = 10003;
    public const int UnknownGuild = 10004;
    public const int UnknownMember = 10007;
    public const int UnknownMessage = 10008;
    public const int UnknownUser = 10013;
    public const int UnknownWebhook = 10015;
    public const int UnknownInteraction = 10062;
    public const int UnknownCommand = 10063;
    public const int RequestTooLarge = 40005;
    public const int AlreadyCrossposted = 40033;
    public const int ForumNeedsPost = 40058;
    public const int AlreadyAcknowledged = 40060;
    public const int TagRequired = 40067;
    public const int CloudflareBlocked = 40333;
    public const int MissingAccess = 50001;
    public const int NotYourMessage = 50005;
    public const int EmptyMessage = 50006;
    public const int NoDirectMessages = 50007;
    public const int WrongChannelKind = 50008;
    public const int MissingPermissions = 50013;
    public const int WrongChannelType = 50024;
    public const int InvalidForm = 50035;
    public const int EntryPointLeftOut = 50240;
    public const int WrongMessageType = 50068;
    public const int ThreadArchived = 50083;
    public const int InvalidJson = 50109;
    public const int ThreadExists = 160004;
    public const int ThreadLocked = 160005;
    public const int TooManyThreads = 160006;

    public static IReadOnlyDictionary<int, (int Status, string Message)> All { get; } =
        new Dictionary<int, (int, string)>
        {
            [UnknownChannel] = (404, "Unknown Channel"),
            [UnknownGuild] = (404, "Unknown Guild"),
            [UnknownMember] = (404, "Unknown Member"),
            [UnknownMessage] = (404, "Unknown Message"),
            [UnknownUser] = (404, "Unknown User"),
            [UnknownWebhook] = (404, "Unknown Webhook"),
            [UnknownInteraction] = (404, "Unknown interaction"),
            [UnknownCommand] = (404, "Unknown application command"),
            [20016] = (400, "This action cannot be performed due to slowmode rate limit"),
            [20028] = (429, "The write action you are performing on the channel has hit the write rate limit"),
            [30032] = (400, "Maximum number of application commands reached"),
            [30034] = (400, "Maximum number of daily application command creates has been reached (200)"),
            [40001] = (401, "Unauthorized"),
            [40004] = (400, "Send messages has been temporarily disabled"),
            [RequestTooLarge] = (413, "Request entity too large"),
            [40006] = (400, "This feature has been temporarily disabled server-side"),
            [AlreadyCrossposted] = (400, "This message has already been crossposted"),
            [ForumNeedsPost] = (400, "Cannot message this thread until after the post author has sent an initial message"),
            [AlreadyAcknowledged] = (400, "Interaction has already been acknowledged."),
            [40062] = (429, "Service resource is being rate limited"),
            [TagRequired] = (400, "A tag is required to create a forum post in this channel"),
            [40094] = (400, "This interaction has reached the maximum number of follow-up messages"),
            [CloudflareBlocked] = (403, "internal network error"),
            [MissingAccess] = (403, "Missing Access"),
            [NotYourMessage] = (403, "Cannot edit a message authored by another user"),
            [EmptyMessage] = (400, "Cannot send an empty message"),
            [WrongChannelKind] = (400, "Cannot send messages in a non-text channel"),
            [NoDirectMessages] = (403, "Cannot send messages to this user"),
            [MissingPermissions] = (403, "Missing Permissions"),
            [50014] = (401, "Invalid authentication token provided"),
            [50021] = (403, "Cannot execute action on a system message"),
            [WrongChannelType] = (400, "Cannot execute action on this channel type"),
            [50027] = (401, "Invalid Webhook Token"),
            [InvalidForm] = (400, "Invalid Form Body"),
            [50045] = (413, "File uploaded exceeds the maximum size"),
            [WrongMessageType] = (400, "Invalid message type"),
            [ThreadArchived] = (400, "Thread is archived"),
            [InvalidJson] = (400, "The request body contains invalid JSON."),
            [EntryPointLeftOut] = (400, "You cannot remove this app's Entry Point command in a bulk update operation"),
            [90001] = (403, "Reaction was blocked"),
            [110000] = (503, "Index not yet available. Try again later"),
            [130000] = (503, "API resource is currently overloaded. Try again a little later"),
            [160002] = (403, "Cannot reply without permission to read message history"),
            [ThreadExists] = (400, "A thread has already been created for this message"),
            [ThreadLocked] = (403, "Thread is locked"),
            [TooManyThreads] = (400, "Maximum number of active threads reached"),
            [200000] = (400, "Message was blocked by automatic moderation"),
            [200001] = (400, "Title was blocked by automatic moderation"),
            [240000] = (400, "Message was blocked by the harmful links filter"),
            [400001] = (403, "File uploads have been limited for this guild"),
        };
}
