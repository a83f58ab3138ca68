using Bot.Chat.Platforms;

namespace Bot.Chat.Diagnosis;

/// <summary>Checks the bot's setup on a platform: token, application, request endpoints. Changes nothing.</summary>
public interface IPlatformCheck
{
    PlatformId Platform { get; }

    /// <summary>Never throws for what the platform answers; no answer is also a finding. No text contains a secret.</summary>
    Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken);
}
