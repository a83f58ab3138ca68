using System.Diagnostics.Metrics;
using Bot.Chat.Commands;
using Microsoft.Extensions.Caching.Memory;

namespace Bot.Chat.Answering;

/// <summary>
/// Answers as a platform's bytes, kept as long as the archive stays as it is. Only of commands that read and that
/// everybody may call; nothing that depends on who asks is in an answer but what is in the key. Bounded by
/// <see cref="AskingOptions.KeptAnswersMegabytes"/>; a kept answer lives at most <see cref="Life"/>, as answers name years and days.
/// </summary>
public sealed class RenderedAnswers : IDisposable
{
    public const string Meter = "Bot.Answers";

    /// <summary>Of a kept answer.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    // What an entry costs beside its bytes, roughly.
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
        _cache = options.KeptAnswersMegabytes == 0 ? null : new MemoryCache(new MemoryCacheOptions
        {
            SizeLimit = options.KeptAnswersMegabytes * 1024L * 1024L,
            CompactionPercentage = 0.2,
        });
        _asked = meters.Create(Meter).CreateCounter<long>("bot.answers.kept", "{question}", "Questions, by whether their rendered answer was kept: hit, miss or never");
    }

    /// <summary>Where the call's answer is kept; null: it is not one to keep.</summary>
    public AnswerPlace? PlaceOf(CommandCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (_cache is null || call.Text.Length > LongestText || _catalogue.Resolve(call) is not { Subcommand: { IsOpen: true, VariesByAccess: false } } target)
        {
            _asked.Add(1, new KeyValuePair<string, object?>("answer", "never"));
            return null;
        }

        // The version is read before the answer is made: what changes in between makes the entry one that is not found.
        return new AnswerPlace(
            _version.Current, call.Platform.Value, call.Workspace, call.Channel, call.Series, target.Command.Name, call.Text, call.Date, call.UpTo, call.Locale);
    }

    /// <summary>Null: not kept, or not any more.</summary>
    public byte[]? Find(AnswerPlace place)
    {
        var found = _cache?.Get<byte[]>(place);
        _asked.Add(1, new KeyValuePair<string, object?>("answer", found is null ? "miss" : "hit"));
        return found;
    }

    /// <summary>Keeps an answer; it is not changed afterwards.</summary>
    public void Keep(AnswerPlace place, byte[] rendered)
    {
        ArgumentNullException.ThrowIfNull(rendered);
        _cache?.Set(place, rendered, new MemoryCacheEntryOptions { Size = rendered.Length + Overhead, AbsoluteExpirationRelativeToNow = Life });
    }

    public void Dispose() => _cache?.Dispose();
}

/// <summary>All that a read-only answer depends on: the channel, too, as it may link to what stands there.</summary>
public sealed record AnswerPlace(
    long Version, string Platform, string Workspace, string Channel, string? Series, string Command, string Text, DateOnly? Date, bool UpTo, Locale Locale);
