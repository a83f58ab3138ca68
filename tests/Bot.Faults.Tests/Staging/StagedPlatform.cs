using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Faults.Tests.Staging;

/// <summary>
/// A platform on which the same tests run: its server on a real socket, how the bot is told about it, and common names for its faults and
/// log entries. One class per platform.
/// </summary>
public abstract class StagedPlatform : IAsyncDisposable
{
    /// <summary>Name in the ledger.</summary>
    public abstract PlatformId Id { get; }

    /// <summary>What happened on the server, in terms of <see cref="LogEntry"/>: ground truth.</summary>
    public abstract ServerLog Log { get; }

    /// <summary>Faults by operation (<c>send</c>, <c>find</c>, <c>edit</c>, <c>delete</c>), channel, root or reply.</summary>
    public abstract FaultScript Script { get; }

    /// <summary>Removes the channel of the calls that it meets, from then on.</summary>
    public abstract Fault ChannelGone { get; }

    /// <summary>What a bot that has run before knows about its token; null if it needs to know nothing.</summary>
    public virtual Installation? Installation => null;

    /// <summary>What must not occur in any text.</summary>
    public abstract string Secret { get; }

    /// <summary>Refuses connections from now on.</summary>
    public abstract Task CloseAsync();

    /// <summary>Accepts connections again, at the same address.</summary>
    public abstract Task OpenAsync();

    /// <summary>The platform's own ids of a workspace and a channel named by a test; created if missing.</summary>
    public abstract (string Workspace, string Channel) Place(string workspace, string channel);

    /// <summary>Name of the lease that sends to one of the platform's workspaces.</summary>
    public abstract string TokenOf(string workspace);

    /// <summary>Whether it looks up by repeating the request: a missing post is then created, and never absent.</summary>
    public virtual bool LooksByRepeating => false;

    /// <summary>Makes the platform stop remembering keys by which it would notice a repeated post.</summary>
    public virtual void ForgetNonces() { }

    /// <summary>The same for the keys that it has seen so far, as if enough time had passed.</summary>
    public virtual void ForgetNoncesSoFar() { }

    /// <summary>The call with which the bot asks whether its token is accepted; null: there is none.</summary>
    public virtual string? TokenQuestion => null;

    /// <summary>Meets replies: a person locks their thread, so that it takes nothing more.</summary>
    public abstract Fault ThreadLocked { get; }

    /// <summary>Meets replies: a person deletes their thread.</summary>
    public abstract Fault ThreadDeleted { get; }

    /// <summary>Refusals that nobody can explain: from something between the platform and the bot, or with undocumented errors.</summary>
    public abstract IReadOnlyList<Fault> Unexplained { get; }

    /// <summary>A person replaces a refused token, if the client sends nothing more with the old one.</summary>
    public virtual void ReplaceToken() { }

    /// <summary>A frozen payload with this text.</summary>
    public abstract string PayloadOf(string text);

    /// <summary>The text of a frozen payload, as the server's log hashes it.</summary>
    public abstract string TextOf(string payload);

    /// <summary>Somebody who can be written to directly, in a workspace that the bot knows; null: nobody can.</summary>
    public virtual (string Workspace, string User)? Person => null;

    /// <summary>That person takes no more messages from the bot.</summary>
    public virtual void RefuseDirect() { }

    /// <summary>How a process is told about the platform.</summary>
    public abstract IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>Adds the platform to a bot in this process.</summary>
    /// <param name="wrap">Wraps it, if the platform can be wrapped.</param>
    public abstract void AddTo(IServiceCollection services, Func<IPlatform, IPlatform> wrap);

    public abstract ValueTask DisposeAsync();
}
