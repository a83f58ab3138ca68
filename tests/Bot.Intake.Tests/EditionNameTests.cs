namespace Bot.Intake.Tests;

public sealed class EditionNameTests
{
    [Theory]
    [InlineData("evening", true)]
    [InlineData("a", true)]
    [InlineData("x-2", true)]
    [InlineData("", false)]
    [InlineData("2", false)]
    [InlineData("-a", false)]
    [InlineData("Evening", false)]
    [InlineData("夕刊", false)]
    [InlineData("a/b", false)]
    [InlineData("abcdefghijklmnopqrstuvwxyz-abcdef", false)]
    public void A_name_stands_in_addresses_and_is_no_number(string name, bool right) => Assert.Equal(right, EditionName.IsRight(name));

    [Theory]
    [InlineData("", 2, "doc-2")]
    [InlineData("evening", 3, "evening-3")]
    public void What_waits_beside_an_edition_knows_which(string edition, int number, string waiting)
    {
        Assert.Equal(waiting, EditionName.Waiting(edition, number));
        Assert.Equal(edition, EditionName.WaitedFor(waiting));
    }

    [Fact]
    public void No_waiting_name_is_longer_than_an_edition_may_be() =>
        Assert.All(
            Enumerable.Range(1, EditionName.Longest),
            length => Assert.InRange(EditionName.Waiting(new string('a', length), 12).Length, 1, EditionName.Longest)
        );

    [Theory]
    [InlineData("evening")]
    [InlineData("evening-")]
    [InlineData("-2")]
    public void What_has_no_number_behind_it_waits_for_the_unnamed_one(string edition) => Assert.Equal("", EditionName.WaitedFor(edition));
}
