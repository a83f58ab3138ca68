using Bot.Archive.Secrets;
using Bot.Archive.Setup;
using Bot.Chat.Diagnosis;

namespace Bot.Diagnosis;

/// <summary>Checks how the tokens in the database are protected.</summary>
public sealed class SecretsCheck(KeyWrapping wrapping, SecretsOptions options, ArchiveOptions database)
{
    private const string Subject = "secrets";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        var none = new KeyWrappingState(0, 0, 0, 0);
        if (database.SqliteFile() is { } file && !File.Exists(file))
        {
            return [.. Of(none)];
        }

        try
        {
            return [.. Of(await wrapping.LookAsync(cancellationToken))];
        }
        catch (Exception exception)
            when (exception
                    is System.Data.Common.DbException
                        or InvalidOperationException
                        or IOException
                        or System.Net.Sockets.SocketException
            )
        {
            // Unreachable or not migrated: the database check reports it.
            return [.. Of(none)];
        }
    }

    private IEnumerable<Finding> Of(KeyWrappingState state)
    {
        yield return options.WrapsKeys ? new(Verdict.Ok, Subject, HostTexts.Both("SecretsCheck.KeysTokensAreWrappedBy"))
        : state.Tokens == 0 ? new(Verdict.Ok, Subject, HostTexts.Both("SecretsCheck.NoTokenIsKept"))
        : new(Verdict.Warning, Subject, HostTexts.Both("SecretsCheck.TokensAreEncrypted"));
        if (state.Locked > 0)
        {
            yield return new(Verdict.Failed, Subject, HostTexts.Both("SecretsCheck.KeysCannotBeOpened", state.Keys, state.Locked));
        }

        if (options.WrapsKeys && state.Unwrapped > 0)
        {
            yield return new(Verdict.Warning, Subject, HostTexts.Both("SecretsCheck.KeysAreNotWrappedYet", state.Unwrapped));
        }
    }
}
