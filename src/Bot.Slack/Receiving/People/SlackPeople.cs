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
/// Who asks. A command does not say its sender's language: until Slack has been asked for it, which happens beside the
/// first answer, it is the language of the first series. Whether somebody is an admin is asked anew after a minute.
/// </summary>
internal sealed partial class SlackPeople(
    SlackCalls calls,
    IInstallations installations,
    LateWork late,
    FallbackLocale language,
    TimeProvider time,
    ILogger<SlackPeople> logger
)
{
    /// <summary>An admin who is none any more may act as one no longer than this.</summary>
    public static readonly TimeSpan RoleLife = TimeSpan.FromMinutes(1);

    public static readonly TimeSpan LocaleLife = TimeSpan.FromHours(12);

    /// <summary>After a question that Slack did not answer, the next one comes no sooner.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // Some MiB at most; then everybody is asked about again.
    private const int MostKnown = 20_000;

    // users.info allows 100 a minute, which briefings and admins need too.
    private const int MostAtOnce = 2;

    private readonly ConcurrentDictionary<(string Team, string User), Known> _known = new();
    private int _asking;

    /// <summary>At once. Of somebody not known yet it is the bot's own, and Slack is asked meanwhile.</summary>
    public Locale LocaleOf(string team, string user)
    {
        var isKnown = _known.TryGetValue((team, user), out var known);
        if (!isKnown || known.Until < time.GetUtcNow())
        {
            AskBeside(team, user, known);
        }

        return known.Person?.Language ?? language.Default;
    }

    /// <summary>What people call him; <paramref name="handle"/> when Slack does not say in time.</summary>
    public async ValueTask<string> NameAsync(string team, string user, string handle, CancellationToken cancellationToken)
    {
        var person =
            _known.TryGetValue((team, user), out var known) && known.Person is { } familiar
                ? familiar
                : (await AskAsync(team, user, cancellationToken)).Person;
        return person is { Name.Length: > 0 } ? person.Name : handle;
    }

    /// <summary>Admins and owners of the workspace; never guests, never people of other workspaces.</summary>
    /// <exception cref="InvalidOperationException">Slack does not say.</exception>
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

        // Nobody else asks about the same person meanwhile.
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
        var installation = await installations.FindAsync(PlatformId.Slack, team, either.Token);
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

        // What was known of the language holds on; what was known of the role does not.
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

    private static partial class Log
    {
        [LoggerMessage(3111, LogLevel.Warning, "Slack did not say who asks ({Trouble})")]
        public static partial void NotSaid(ILogger logger, string trouble);
    }

    private readonly record struct Known(Person? Person, DateTimeOffset At, DateTimeOffset Until);
}
