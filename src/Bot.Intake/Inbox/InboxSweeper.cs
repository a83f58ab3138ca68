using Bot.Chat;
using Bot.Chat.Text;
using Microsoft.Extensions.Logging;

namespace Bot.Intake.Inbox;

/// <summary>
/// Takes files from the inbox that have stopped growing. Holds no essential state: the next sweep repeats a killed one, and a briefing
/// that was saved but not yet moved turns out to be the same.
/// </summary>
/// <param name="folder">Absolute.</param>
/// <param name="settle">How long size and modification time must not change.</param>
public sealed partial class InboxSweeper(
    string folder,
    TimeSpan settle,
    IntakePipeline pipeline,
    Locale locale,
    TimeProvider time,
    ILogger<InboxSweeper> logger
)
{
    /// <summary>Interval between sweeps when nothing is waiting and the watcher reports nothing.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromSeconds(15);

    private readonly Dictionary<string, (InboxFile File, long Since)> _waiting = new(StringComparer.Ordinal);
    private readonly HashSet<string> _postponed = new(StringComparer.Ordinal);
    private HashSet<string> _odd = new(StringComparer.Ordinal);
    private bool _readable = true;

    public string Folder => folder;

    /// <summary>Why the folder cannot be used; null while it can.</summary>
    public string? Trouble { get; private set; }

    /// <summary>
    /// Entries that cannot be taken: anything but regular files, unreadable ones, and files that could not be taken the last time.
    /// </summary>
    public int Left => _odd.Count + _postponed.Count;

    /// <summary>Sweeps once, takes what is ready, and returns when to sweep again.</summary>
    public async Task<TimeSpan> SweepAsync(CancellationToken cancellationToken)
    {
        InboxListing listing;
        try
        {
            listing = InboxListing.Of(folder);
            Notice(null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Notice(exception.Message);
            return Idle;
        }

        NoticeOdd(listing.Odd);
        var files = listing.Files;
        var now = time.GetTimestamp();
        var present = files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        foreach (var path in _waiting.Keys.Where(path => !present.ContainsKey(path)).ToList())
        {
            _waiting.Remove(path);
            _postponed.Remove(path);
        }

        foreach (var file in files)
        {
            if (!_waiting.TryGetValue(file.Path, out var seen) || seen.File != file)
            {
                _waiting[file.Path] = (file, now);
            }
            else if (time.GetElapsedTime(seen.Since, now) >= settle)
            {
                await TakeAsync(file, cancellationToken);
            }
        }

        return _waiting.Count > 0 ? settle : Idle;
    }

    private async Task TakeAsync(InboxFile file, CancellationToken cancellationToken)
    {
        try
        {
            var receipt = await ReadAsync(file, cancellationToken) is { } bytes
                ? await pipeline.TakeAsync(Request(file, bytes), cancellationToken)
                : pipeline.TooLarge(file.Name);
            var text = ReceiptText.Render(receipt, locale, pipeline.ZoneOf(receipt));
            if (receipt.Status == ReceiptStatus.Refused)
            {
                InboxShelf.Put(file.Path, InboxFile.Failed, "reason", text);
                Log.Failed(logger, file.Name, receipt.Refusal);
            }
            else
            {
                InboxShelf.Put(file.Path, InboxFile.Done, "receipt", text);
                Log.Taken(logger, file.Name, receipt.Series, receipt.Date, receipt.Status);
            }

            _waiting.Remove(file.Path);
            _postponed.Remove(file.Path);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Held open by its writer, the database down, the shelf full: it stays where it is and is tried again.
            _waiting[file.Path] = (file, time.GetTimestamp());
            if (_postponed.Add(file.Path))
            {
                Log.Postponed(logger, file.Name, ControlCharacters.Escape(exception.Message));
            }
        }
    }

    private static IntakeRequest Request(InboxFile file, byte[] bytes)
    {
        var request = new IntakeRequest(file.Name, bytes, Origins.Inbox) { Series = file.Series, FileName = file.Path };
        return request with { DeliverCommand = DeliverCommand.Of(InboxShelf.Free(file.Path, InboxFile.Done), request) };
    }

    /// <summary>
    /// The file's bytes, or null if there are more than a briefing may have. Opened so that no writer can have it open too.
    /// </summary>
    private async Task<byte[]?> ReadAsync(InboxFile file, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(
            file.Path,
            new FileStreamOptions
            {
                Mode = FileMode.Open,
                Access = FileAccess.Read,
                Share = FileShare.None,
                Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
            }
        );
        var bytes = await LimitedBytes.ReadAsync(stream, pipeline.MaxBytes, cancellationToken);

        // Not every system keeps writers out: a file that changed since it was seen has not settled.
        var now = new FileInfo(file.Path);
        return now.Length == file.Length && now.LastWriteTimeUtc == file.ModifiedUtc
            ? bytes
            : throw new IOException("It changed while it was read.");
    }

    /// <summary>Reports each entry's problem once, and again only if it was gone or fine in between.</summary>
    private void NoticeOdd(IReadOnlyDictionary<string, LocalizedText> listed)
    {
        foreach (var (path, why) in listed.Where(entry => !_odd.Contains(entry.Key)))
        {
            Log.Odd(logger, InboxListing.NameOf(path), why.English);
        }

        _odd = new HashSet<string>(listed.Keys, StringComparer.Ordinal);
    }

    /// <summary>Reports a change of state once.</summary>
    private void Notice(string? trouble)
    {
        Trouble = trouble;
        if (_readable == trouble is null)
        {
            return;
        }

        _readable = trouble is null;
        if (trouble is null)
        {
            Log.Back(logger, folder);
        }
        else
        {
            Log.Unreadable(logger, folder, trouble);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2001, LogLevel.Information, "Inbox: {File} is {Series} {Date:yyyy-MM-dd}: {Status}.")]
        public static partial void Taken(ILogger logger, string file, string? series, DateOnly? date, ReceiptStatus status);

        [LoggerMessage(2002, LogLevel.Warning, "Inbox: {File} was refused ({Refusal}); the reason is next to it in failed/.")]
        public static partial void Failed(ILogger logger, string file, Refusal? refusal);

        [LoggerMessage(2003, LogLevel.Warning, "Inbox: {File} cannot be taken now; trying again: {Reason}")]
        public static partial void Postponed(ILogger logger, string file, string reason);

        [LoggerMessage(2006, LogLevel.Warning, "Inbox: {File} is left where it is: {Reason}")]
        public static partial void Odd(ILogger logger, string file, string reason);

        [LoggerMessage(2004, LogLevel.Error, "Inbox: {Folder} cannot be read: {Reason} Check that it exists and may be written.")]
        public static partial void Unreadable(ILogger logger, string folder, string reason);

        [LoggerMessage(2005, LogLevel.Information, "Inbox: {Folder} can be read again.")]
        public static partial void Back(ILogger logger, string folder);
    }
}
