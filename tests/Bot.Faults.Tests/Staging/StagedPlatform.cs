using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Faults.Tests.Staging;

/// <summary>
/// A platform that the same tests run on: its server on a real socket, how the bot is told about it, and how its faults and
/// log are worded the same for all. One class a platform.
/// </summary>
public abstract class StagedPlatform : IAsyncDisposable
{
    /// <summary>Name in the ledger.</summary>
    public abstract PlatformId Id { get; }

    /// <summary>What happened on the server, in the words of <see cref="LogEntry"/>: ground truth.</summary>
    public abstract ServerLog Log { get; }

    /// <summary>Faults by operation (<c>send</c>, <c>find</c>, <c>edit</c>, <c>delete</c>), channel, root or reply.</summary>
    public abstract FaultScript Script { get; }

    /// <summary>The channel of the calls that it meets is gone, from then on.</summary>
    public abstract Fault ChannelGone { get; }

    /// <summary>What a bot that has run before knows of its token; null where it needs to know nothing.</summary>
    public virtual Installation? Installation => null;

    /// <summary>What must stand in no text.</summary>
    public abstract string Secret { get; }

    /// <summary>Refuses connections from now on.</summary>
    public abstract Task CloseAsync();

    /// <summary>Accepts connections again, at the same address.</summary>
    public abstract Task OpenAsync();

    /// <summary>The platform's own ids of a workspace and a channel that a test names; made when they are not there.</summary>
    public abstract (string Workspace, string Channel) Place(string workspace, string channel);

    /// <summary>Name of the lease that sends to one of the platform's workspaces.</summary>
    public abstract string TokenOf(string workspace);

    /// <summary>Looks up by asking the same again: a post that is not there is then there, and never absent.</summary>
    public virtual bool LooksByRepeating => false;

    /// <summary>The platform remembers no key by which it would notice a repeated post.</summary>
    public virtual void ForgetNonces() { }

    /// <summary>The same of those that it has seen so far, as if long enough had passed.</summary>
    public virtual void ForgetNoncesSoFar() { }

    /// <summary>The call by which the bot asks whether its token is taken; null: there is none.</summary>
    public virtual string? TokenQuestion => null;

    /// <summary>Meets replies: a person locks their thread, so that it takes nothing more.</summary>
    public abstract Fault ThreadLocked { get; }

    /// <summary>Meets replies: a person deletes their thread.</summary>
    public abstract Fault ThreadDeleted { get; }

    /// <summary>Refusals that nobody explains: of something between the platform and the bot, or in words that no page knows.</summary>
    public abstract IReadOnlyList<Fault> Unexplained { get; }

    /// <summary>A person puts a new token in the place of one that was refused, where the client sends nothing more with that.</summary>
    public virtual void ReplaceToken() { }

    /// <summary>A frozen payload with this text.</summary>
    public abstract string PayloadOf(string text);

    /// <summary>The text of a frozen payload, as the server's log hashes it.</summary>
    public abstract string TextOf(string payload);

    /// <summary>How a process is told about the platform.</summary>
    public abstract IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>Adds the platform to a bot in this process.</summary>
    /// <param name="wrap">Put around it, where the platform can be wrapped.</param>
    public abstract void AddTo(IServiceCollection services, Func<IPlatform, IPlatform> wrap);

    public abstract ValueTask DisposeAsync();
}
