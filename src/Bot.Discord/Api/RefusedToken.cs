using Bot.Chat.Installations;

namespace Bot.Discord.Api;

/// <summary>
/// A token that Discord has just refused. Calls at that moment, of which there may be hundreds, are not sent, because further refusals
/// count (<see cref="InvalidRequests"/>); afterwards they are sent again, because one refusal proves nothing.
/// </summary>
internal sealed class RefusedToken(MonotonicTime time)
{
    public static readonly TimeSpan Held = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private Secret? _token;
    private TimeSpan _until;

    public bool Holds(Secret token)
    {
        lock (_gate)
        {
            return token.Equals(_token) && time.Now < _until;
        }
    }

    public void Refused(Secret token)
    {
        lock (_gate)
        {
            (_token, _until) = (token, time.Now + Held);
        }
    }

    /// <summary>Records that Discord has accepted it.</summary>
    public void Accepted(Secret token)
    {
        lock (_gate)
        {
            _token = token.Equals(_token) ? null : _token;
        }
    }
}
