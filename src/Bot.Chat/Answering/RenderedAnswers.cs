using System.Diagnostics.Metrics;
using Bot.Chat.Commands;
using Microsoft.Extensions.Caching.Memory;

namespace Bot.Chat.Answering;

/// <summary>
/// Caches answers as a platform's bytes while the archive is unchanged. Only for read-only commands open to everyone; an
/// answer depends on the caller only through what is in the key. Bounded by
/// <see cref="AskingOptions.KeptAnswersMegabytes"/>; an entry lives at most <see cref="Life"/>, because the way answers
/// write dates depends on the current day.
/// </summary>
public sealed class RenderedAnswers : IDisposable
{
    public const string Meter = "Bot.Answers";

    /// <summary>Maximum age of a cached answer.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    // Approximate cost of an entry besides its bytes.
    private const int Overhead = 400;
    private const int LongestText = 100;

    private readonly IArchiveVersion _version;
    private readonly CommandCatalogue _catalogue;
    private readonly MemoryCache? _cache;
    private readonly Counter<long> _asked;

    public RenderedAnswers(IArchiveVersion version, CommandCatalogue catalogue, AskingOptions options, IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(meters);
        (_version, _catalogue) = (version, catalogue);
        _cache =
            options.KeptAnswersMegabytes == 0
                ? null
                : new MemoryCache(
                    new MemoryCacheOptions { SizeLimit = options.KeptAnswersMegabytes * 1024L * 1024L, CompactionPercentage = 0.2 }
                );
        _asked = meters
            .Create(Meter)
            .CreateCounter<long>(
                "bot.answers.kept",
                "{question}",
                "Questions, by whether their rendered answer was kept: hit, miss or never"
            );
    }

    /// <summary>The cache key for the call's answer; null if it must not be cached.</summary>
    public AnswerPlace? PlaceOf(CommandCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (_cache is null || call.Text.Length > LongestText || _catalogue.Resolve(call) is not { Subcommand.IsSameForAll: true } target)
        {
            _asked.Add(1, new KeyValuePair<string, object?>("answer", "never"));
            return null;
        }

        // Read the version before producing the answer: if the archive changes in between, the entry is never found.
        return new AnswerPlace(
            _version.Current,
            call.Platform.Value,
            call.Workspace,
            call.Channel,
            call.Series,
            target.Command.Name,
            call.Text,
            call.Date,
            call.UpTo,
            call.Locale,
            call.Question
        );
    }

    /// <summary>Null if not cached, or no longer.</summary>
    public byte[]? Find(AnswerPlace place)
    {
        var found = _cache?.Get<byte[]>(place);
        _asked.Add(1, new KeyValuePair<string, object?>("answer", found is null ? "miss" : "hit"));
        return found;
    }

    /// <summary>Caches an answer; the bytes must not change afterwards.</summary>
    public void Keep(AnswerPlace place, byte[] rendered)
    {
        ArgumentNullException.ThrowIfNull(rendered);
        _cache?.Set(
            place,
            rendered,
            new MemoryCacheEntryOptions { Size = rendered.Length + Overhead, AbsoluteExpirationRelativeToNow = Life }
        );
    }

    public void Dispose() => _cache?.Dispose();
}

/// <summary>Everything a read-only answer depends on, including the channel, because it may link to posts there.</summary>
public sealed record AnswerPlace(
    long Version,
    string Platform,
    string Workspace,
    string Channel,
    string? Series,
    string Command,
    string Text,
    DateOnly? Date,
    bool UpTo,
    Locale Locale,
    string? Question
);
