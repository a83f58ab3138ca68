using Bot.Diagnosis;

namespace Bot.Tests.Diagnosis;

public sealed class TokenStrengthTests
{
    [Theory]
    [InlineData("5f2c9a7be1d04836b7aa91c3")]
    [InlineData("q7Vd-2kLmPz_09xRtYbN")]
    public void A_random_token_is_strong(string token) => Assert.True(TokenStrength.IsStrong(token));

    [Theory]
    [InlineData("short")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("abababababababababababab")]
    [InlineData("abcdefghijklmnopqrstuvwx")]
    [InlineData("0123456789012345678901234")]
    [InlineData("secret12secret12secret12")]
    public void One_that_a_person_made_up_is_not(string token) => Assert.False(TokenStrength.IsStrong(token));
}
