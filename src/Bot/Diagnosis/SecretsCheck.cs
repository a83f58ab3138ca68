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
        catch (Exception exception) when (exception is System.Data.Common.DbException or InvalidOperationException or IOException or System.Net.Sockets.SocketException)
        {
            // Unreachable or not migrated: the database check reports it.
            return [.. Of(none)];
        }
    }

    private IEnumerable<Finding> Of(KeyWrappingState state)
    {
        yield return options.WrapsKeys
            ? new(Verdict.Ok, Subject, new("トークンの鍵は設定の鍵で包まれます", "the keys of the tokens are wrapped by the configured one"))
            : state.Tokens == 0
            ? new(Verdict.Ok, Subject, new(
                "保管しているトークンはありません。Slack や Discord をつなぐ前に Secrets:MasterKey を設定してください",
                "no token is kept; set Secrets:MasterKey before connecting Slack or Discord"))
            : new(Verdict.Warning, Subject, new(
                "トークンは暗号化されていますが、鍵も同じデータベースにそのままあります。Secrets:MasterKey（例 openssl rand -hex 32）か Secrets:Certificate を設定してください",
                "tokens are encrypted, but with keys that stand bare in the same database: set Secrets:MasterKey (for example openssl rand -hex 32) or Secrets:Certificate"));
        if (state.Locked > 0)
        {
            yield return new(Verdict.Failed, Subject, new(
                $"{state.Keys} 個の鍵のうち {state.Locked} 個を開けません。前のマスターキーを Secrets:FormerMasterKeys に加えるか、トークンを設定し直してください",
                $"{state.Locked} of {state.Keys} keys cannot be opened: add the former master key to Secrets:FormerMasterKeys, or set the tokens again"));
        }

        if (options.WrapsKeys && state.Unwrapped > 0)
        {
            yield return new(Verdict.Warning, Subject, new(
                $"{state.Unwrapped} 個の鍵がまだ包まれていません。serve が次の起動で包みます",
                $"{state.Unwrapped} keys are not wrapped yet: serve does it at its next start"));
        }
    }
}
