using System.Reflection;
using Bot.Intake.Http;

namespace Bot.Intake.Tests.Http;

public sealed class ApiTokensTests
{
    private readonly ApiTokens _tokens = new(
        new Dictionary<string, string> { ["a"] = "first-token-of-many", ["b"] = "second-token-of-many" }
    );

    [Fact]
    public void A_token_names_its_owner()
    {
        Assert.Equal("a", _tokens.OwnerOf("first-token-of-many"));
        Assert.Equal("b", _tokens.OwnerOf("second-token-of-many"));
        Assert.Null(_tokens.OwnerOf("third-token-of-many"));
        Assert.Null(_tokens.OwnerOf(""));
    }

    [Fact]
    public void Nobody_gets_in_when_nothing_is_configured()
    {
        var none = new ApiTokens(new Dictionary<string, string>());

        Assert.False(none.AreConfigured);
        Assert.Null(none.OwnerOf(""));
    }

    [Fact]
    public void What_is_kept_and_compared_is_hashes_of_one_length()
    {
        var kept = typeof(ApiTokens).GetFields(BindingFlags.Instance | BindingFlags.NonPublic);

        // Nothing that could hold the tokens themselves, or be compared letter by letter.
        var field = Assert.Single(kept, field => field.FieldType != typeof(IReadOnlyDictionary<string, string>));
        Assert.Single(kept);
        var entries = (Array)field.GetValue(_tokens)!;
        Assert.All(entries.Cast<(string Name, byte[] Hash)>(), entry => Assert.Equal(32, entry.Hash.Length));
    }
}
