using Bot.Chat.Platforms;

namespace Bot.Chat.Diagnosis;

/// <summary>Looks at how the bot stands with a platform: token, application, where requests arrive. Changes nothing.</summary>
public interface IPlatformCheck
{
    PlatformId Platform { get; }

    /// <summary>Never throws for what the platform answers; one that does not answer is a finding. No secret is in any text.</summary>
    Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken);
}
