using System.Collections.Concurrent;
using Bot.Chat;
using Bot.Chat.Answering;
using Bot.Chat.Calls;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Slack.Api;
using Bot.Slack.Sending;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.Receiving.People;

/// <summary>
/// Who is asking. A command does not tell its sender's language: until Slack has been asked for it, in parallel with the first answer, the
/// first series' language is used. Whether somebody is an admin is asked again after a minute.
/// </summary>
internal sealed partial class SlackPeople(
    SlackCalls calls,
    IInstallations installations,
    ConfiguredInstallation configured,
    LateWork late,
    FallbackLocale language,
    TimeProvider time,
    ILogger<SlackPeople> logger
)
{
    /// <summary>The longest that somebody may still act as an admin after losing the role.</summary>
    public static readonly TimeSpan RoleLife = TimeSpan.FromMinutes(1);

    public static readonly TimeSpan LocaleLife = TimeSpan.FromHours(12);

    /// <summary>Minimum wait after a question that Slack did not answer.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // A few MiB at most; then the cache starts over.
    private const int MostKnown = 20_000;

    // users.info allows 100 a minute, which briefings and admins need too.
    private const int MostAtOnce = 2;

    private readonly ConcurrentDictionary<(string Team, string User), Known> _known = new();
    private int _asking;

    /// <summary>Returns at once. For an unknown person it is the bot's own language, while Slack is asked in the background.</summary>
    public Locale LocaleOf(string team, string user)
    {
        var isKnown = _known.TryGetValue((team, user), out var known);
        if (!isKnown || known.Until < time.GetUtcNow())
        {
            AskBeside(team, user, known);
        }

        return known.Person?.Language ?? language.Default;
    }

    /// <summary>Their display name; <paramref name="handle"/> if Slack does not answer in time.</summary>
    public async ValueTask<string> NameAsync(string team, string user, string handle, CancellationToken cancellationToken)
    {
        var person =
            _known.TryGetValue((team, user), out var known) && known.Person is { } familiar
                ? familiar
                : (await AskAsync(team, user, cancellationToken)).Person;
        return person is { Name.Length: > 0 } ? person.Name : handle;
    }

    /// <summary>Admins and owners of the workspace; never guests, never people of other workspaces.</summary>
    /// <exception cref="InvalidOperationException">Slack does not answer.</exception>
    public async ValueTask<bool> IsAdminAsync(string team, string user, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue((team, user), out var known) && known is { Person: { } familiar } && time.GetUtcNow() - known.At < RoleLife)
        {
            return familiar.IsAdmin;
        }

        var (person, trouble) = await AskAsync(team, user, cancellationToken);
        return person?.IsAdmin ?? throw new InvalidOperationException($"Slack did not say who is an admin: {trouble}");
    }

    private void AskBeside(string team, string user, Known known)
    {
        if (Interlocked.Increment(ref _asking) > MostAtOnce || !late.Start("look-up of a person", LookAsync))
        {
            Interlocked.Decrement(ref _asking);
            return;
        }

        // Keeps others from asking about the same person meanwhile.
        _known.TryUpdate((team, user), known with { Until = time.GetUtcNow() + Pause }, known);
        _known.TryAdd((team, user), new Known(null, DateTimeOffset.MinValue, time.GetUtcNow() + Pause));

        async Task LookAsync(CancellationToken cancellationToken)
        {
            try
            {
                await AskAsync(team, user, cancellationToken);
            }
            finally
            {
                Interlocked.Decrement(ref _asking);
            }
        }
    }

    private async Task<(Person? Person, string Trouble)> AskAsync(string team, string user, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var installation = await InstallationAsync(team, either.Token);
        var answer = installation is null
            ? new SlackAnswer.NotSent("not installed there")
            : await calls.PostFormAsync("users.info", installation, [new("user", user), new("include_locale", "true")], either.Token);
        var person = answer is SlackAnswer.Ok { Body: var body } && body.At("user") is { } said ? Person.FromJson(said, team) : null;
        if (_known.Count >= MostKnown)
        {
            _known.Clear();
        }

        var now = time.GetUtcNow();
        if (person is not null)
        {
            _known[(team, user)] = new Known(person, now, now + LocaleLife);
            return (person, "");
        }

        // A known language stays valid; a known role does not.
        _known[(team, user)] = new Known(_known.GetValueOrDefault((team, user)).Person, DateTimeOffset.MinValue, now + Pause);
        var trouble = answer switch
        {
            SlackAnswer.Error error => error.Detail,
            SlackAnswer.NotSent notSent => notSent.Detail,
            _ => "no answer",
        };
        Log.NotSaid(logger, trouble);
        return (null, trouble);
    }

    private async ValueTask<Installation?> InstallationAsync(string team, CancellationToken cancellationToken)
    {
        if (await installations.FindAsync(PlatformId.Slack, team, cancellationToken) is { } installation)
        {
            return installation;
        }

        try
        {
            await configured.SettledAsync(cancellationToken);
            return await installations.FindAsync(PlatformId.Slack, team, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3111, LogLevel.Warning, "Slack did not say who is asking ({Trouble})")]
        public static partial void NotSaid(ILogger logger, string trouble);
    }

    private readonly record struct Known(Person? Person, DateTimeOffset At, DateTimeOffset Until);
}
