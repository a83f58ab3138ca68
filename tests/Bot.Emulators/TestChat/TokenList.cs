namespace Bot.Emulators.TestChat;

/// <summary>The refused tokens. Any other token is accepted; a missing token is refused.</summary>
public sealed class TokenList
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _revoked = [];

    public void Revoke(string token)
    {
        lock (_gate)
        {
            _revoked.Add(ChatCall.Fingerprint(token));
        }
    }

    public void Restore(string token)
    {
        lock (_gate)
        {
            _revoked.Remove(ChatCall.Fingerprint(token));
        }
    }

    /// <param name="fingerprint"><see cref="ChatCall.Fingerprint"/>; null if the request had no token.</param>
    public bool Accepts(string? fingerprint)
    {
        lock (_gate)
        {
            return fingerprint is not null && !_revoked.Contains(fingerprint);
        }
    }
}
