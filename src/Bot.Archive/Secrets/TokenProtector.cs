using System.Security.Cryptography;
using Bot.Archive.Setup;
using Microsoft.AspNetCore.DataProtection;
using Secret = Bot.Chat.Installations.Secret;

namespace Bot.Archive.Secrets;

/// <summary>Encrypts tokens for the database, each bound to its platform and workspace: in another row it cannot be decrypted.</summary>
public sealed class TokenProtector(IDataProtectionProvider protection)
{
    private const string Purpose = "Bot.Installations.Token.v1";

    public string Protect(string platform, string workspace, Secret token) => Of(platform, workspace).Protect(token.Reveal());

    /// <summary>Null if its key is missing or cannot be unwrapped, or if it was protected for another row.</summary>
    public Secret? Unprotect(string platform, string workspace, string protectedToken)
    {
        try
        {
            return new Secret(Of(platform, workspace).Unprotect(protectedToken));
        }
        // A database that does not answer comes as one too: that says nothing about the token.
        catch (CryptographicException failure)
            when (failure.GetBaseException() is not System.Data.Common.DbException && DatabaseErrors.TroubleOf(failure) is null)
        {
            return null;
        }
    }

    private IDataProtector Of(string platform, string workspace) => protection.CreateProtector(Purpose, platform, workspace);
}
