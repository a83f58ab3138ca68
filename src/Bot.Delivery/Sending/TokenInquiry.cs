using Bot.Chat.Platforms;

namespace Bot.Delivery.Sending;

/// <summary>
/// Asks platforms whether they accept a token. Hundreds of channels may be refused at the same moment: one question answers them all.
/// Thread-safe.
/// </summary>
public sealed class TokenInquiry(IEnumerable<ITokenProbe> probes, DeliveryOptions options, TimeProvider time)
{
    /// <summary>How long an answer is reused for questions that follow.</summary>
    private static readonly TimeSpan Wake = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, ITokenProbe> _probes = probes.ToDictionary(probe => probe.Platform.Value);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (Task<TokenProbe> Answer, long Asked)> _asked = [];

    /// <summary>Null: the platform has no tokens to ask about.</summary>
    /// <param name="token">Name of the token's lease.</param>
    public async Task<TokenProbe?> AskAsync(string platform, string token, CancellationToken cancellationToken)
    {
        if (!_probes.TryGetValue(platform, out var probe))
        {
            return null;
        }

        Task<TokenProbe> answer;
        lock (_gate)
        {
            if (!_asked.TryGetValue(token, out var last) || time.GetElapsedTime(last.Asked) > Wake)
            {
                last = _asked[token] = (AskAsync(probe, token), time.GetTimestamp());
            }

            answer = last.Answer;
        }

        return await answer.WaitAsync(cancellationToken);
    }

    private async Task<TokenProbe> AskAsync(ITokenProbe probe, string token)
    {
        await Task.Yield();
        using var limit = new CancellationTokenSource(options.SendTimeout, time);
        try
        {
            return await probe.ProbeAsync(token, limit.Token);
        }
        catch (Exception failure)
        {
            return new TokenProbe(TokenStanding.Unanswered, failure.GetType().Name);
        }
    }
}
