using Bot.Archive.Entities;
using Bot.Chat.Platforms;

namespace Bot.Delivery.Planning;

/// <summary>One post as planned for everybody with the same wishes: all but its key and delivery.</summary>
/// <param name="Section"><see cref="PostKey.Root"/>, or the identity of the section.</param>
/// <param name="Part">From 1.</param>
/// <param name="Payload">Frozen; shared by all that get the same.</param>
/// <param name="Failure">Why it could not be rendered; the payload is then empty and the post has failed from the start.</param>
public sealed record PostPlan(string Section, int Part, Payload Payload, string? Failure = null)
{
    /// <summary>Freezes a content; the same content on the same platform has the same hash.</summary>
    public static Payload Freeze(PlatformId platform, string content) =>
        new() { Hash = PayloadHash.Of(platform, content), Content = content };
}
