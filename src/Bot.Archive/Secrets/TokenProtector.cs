using Bot.Archive.Setup;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Secret = Bot.Chat.Installations.Secret;

namespace Bot.Archive.Secrets;

/// <summary>Encrypts tokens for the database, each bound to its platform and workspace: moved to another row it cannot be read.</summary>
public sealed class TokenProtector(IDataProtectionProvider protection)
{
    private const string Purpose = "Bot.Installations.Token.v1";

    public string Protect(string platform, string workspace, Secret token) => Of(platform, workspace).Protect(token.Reveal());

    /// <summary>Null: it was protected with a key that is not there or cannot be unwrapped, or was not protected for this row.</summary>
    public Secret? Unprotect(string platform, string workspace, string protectedToken)
    {
        try
        {
            return new Secret(Of(platform, workspace).Unprotect(protectedToken));
        }
        // A database that does not answer comes as one too: that says nothing about the token.
        catch (CryptographicException failure) when (failure.GetBaseException() is not System.Data.Common.DbException && DatabaseErrors.TroubleOf(failure) is null)
        {
            return null;
        }
    }

    private IDataProtector Of(string platform, string workspace) => protection.CreateProtector(Purpose, platform, workspace);
}
