using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Bot.Archive.Secrets;
using Bot.Archive.Tests.Installations;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Testing.Databases;

namespace Bot.Archive.Tests.Secrets;

public sealed class KeyWrappingTests
{
    private static readonly SecretsOptions Bare = new();
    private static readonly SecretsOptions Old = new() { MasterKey = "the master key of last year, long enough" };
    private static readonly SecretsOptions New = new()
    {
        MasterKey = "the master key of this year, long enough",
        FormerMasterKeys = [Old.MasterKey],
    };
    private static readonly SecretsOptions Lost = new() { MasterKey = New.MasterKey };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Keys_that_stood_bare_are_wrapped_once_a_master_key_is_there(TestDatabase database)
    {
        await SaveAsync(database, Bare);
        Assert.Contains("protection_keys Xml <key", await Dump.OfAsync(database), StringComparison.Ordinal);
        Assert.Equal(new KeyWrappingState(1, Unwrapped: 1, Locked: 0, Tokens: 1), await LookAsync(database, Bare));
        Assert.Equal(0, await WrapAsync(database, Bare));

        Assert.Equal(1, await WrapAsync(database, Old));

        Assert.Equal(new KeyWrappingState(1, 0, 0, 1), await LookAsync(database, Old));
        Assert.Equal(0, await WrapAsync(database, Old));
        Assert.Equal("secret", await FindAsync(database, Old));
        Assert.Null(await FindAsync(database, Bare));
    }

    [Theory, BothDatabases]
    public async Task A_new_master_key_takes_the_place_of_a_former_one(TestDatabase database)
    {
        await SaveAsync(database, Old);
        Assert.Equal(new KeyWrappingState(1, 0, Locked: 1, Tokens: 1), await LookAsync(database, Lost));
        Assert.Equal(0, await WrapAsync(database, Lost));
        Assert.Equal("secret", await FindAsync(database, New));

        Assert.Equal(1, await WrapAsync(database, New));

        Assert.Equal("secret", await FindAsync(database, Lost));
        Assert.Null(await FindAsync(database, Old));
    }

    [Theory, BothDatabases]
    public async Task A_certificate_wraps_the_keys_as_well(TestDatabase database)
    {
        var folder = Directory.CreateTempSubdirectory("bot-certificate-");
        try
        {
            var options = new SecretsOptions { Certificate = WriteCertificate(folder.FullName, "p"), CertificatePassword = "p" };
            Assert.Empty(options.Problems());
            await SaveAsync(database, Bare);

            Assert.Equal(1, await WrapAsync(database, options));

            Assert.Equal("secret", await FindAsync(database, options));
            Assert.Equal(new KeyWrappingState(1, 0, Locked: 0, Tokens: 1), await LookAsync(database, options));
            Assert.Null(await FindAsync(database, Bare));
            Assert.Null(await FindAsync(database, Old));
            Assert.Equal(new KeyWrappingState(1, 0, Locked: 1, Tokens: 1), await LookAsync(database, Old));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Options_that_cannot_work_name_themselves()
    {
        Assert.Equal(["MasterKey"], Keys(new SecretsOptions { MasterKey = "short" }));
        Assert.Equal(["FormerMasterKeys:0"], Keys(new SecretsOptions { FormerMasterKeys = [""] }));
        Assert.Equal(["Certificate"], Keys(new SecretsOptions { Certificate = "no/such/file.p12" }));
        Assert.Equal(
            ["Certificate", "Certificate"],
            Keys(new SecretsOptions { MasterKey = Old.MasterKey, Certificate = "no/such/file.p12" })
        );
        Assert.Empty(Keys(Bare));
    }

    [Fact]
    public void A_wrong_password_is_told_without_the_password()
    {
        var folder = Directory.CreateTempSubdirectory("bot-certificate-");
        try
        {
            var options = new SecretsOptions
            {
                Certificate = WriteCertificate(folder.FullName, "right"),
                CertificatePassword = "canary-wrong",
            };

            var problem = Assert.Single(options.Problems());

            Assert.Equal("Certificate", problem.Key);
            Assert.DoesNotContain("canary", problem.Message.English + problem.Message.Japanese, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_sealed_secret_that_was_changed_does_not_open()
    {
        var keys = new MasterKeys(Old);
        var cipher = keys.Seal("secret"u8);
        Assert.Equal("secret"u8.ToArray(), keys.Open(cipher));
        Assert.NotEqual(cipher, keys.Seal("secret"u8));

        for (var place = 0; place < cipher.Length; place++)
        {
            var changed = cipher.ToArray();
            changed[place] ^= 1;
            Assert.Throws<CryptographicException>(() => keys.Open(changed));
        }

        Assert.Throws<CryptographicException>(() => keys.Open(cipher[..20]));
    }

    private static IEnumerable<string> Keys(SecretsOptions options) => options.Problems().Select(problem => problem.Key);

    private static string WriteCertificate(string folder, string password)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var path = Path.Combine(folder, "bot.p12");
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, password));
        return path;
    }

    private static async Task SaveAsync(TestDatabase database, SecretsOptions options)
    {
        await using var process = new Process(database, options);
        await process.Installations.SaveAsync(new Installation(PlatformId.Slack, "T1", new Secret("secret")), "slack:T1", Cancel);
    }

    private static async Task<string?> FindAsync(TestDatabase database, SecretsOptions options)
    {
        await using var process = new Process(database, options);
        return (await process.Installations.FindAsync(PlatformId.Slack, "T1", Cancel))?.Token.Reveal();
    }

    private static async Task<int> WrapAsync(TestDatabase database, SecretsOptions options)
    {
        await using var process = new Process(database, options);
        return await process.Get<KeyWrapping>().WrapAsync(Cancel);
    }

    private static async Task<KeyWrappingState> LookAsync(TestDatabase database, SecretsOptions options)
    {
        await using var process = new Process(database, options);
        return await process.Get<KeyWrapping>().LookAsync(Cancel);
    }
}
