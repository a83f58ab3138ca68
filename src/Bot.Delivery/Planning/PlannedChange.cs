using Bot.Archive.Entities;

namespace Bot.Delivery.Planning;

/// <summary>What a revision would do to one post of a thread.</summary>
/// <param name="Platform">Platform, workspace and channel of the thread.</param>
/// <param name="Section">Identity of the section; <c>root</c> for the root.</param>
/// <param name="Part">From 1.</param>
/// <param name="Kind">
/// <see cref="PostKind.Edit"/>: what stands there is edited. <see cref="PostKind.Append"/>: it is added at the thread's end.
/// <see cref="PostKind.Original"/>: nobody has seen it yet, and it is sent as the revision has it.
/// </param>
public sealed record PlannedChange(string Platform, string Workspace, string Channel, string Section, int Part, PostKind Kind)
{
    /// <summary>Whether it only tells what was corrected.</summary>
    public bool IsNotice => NoticePlans.IsNotice(Section);
}
