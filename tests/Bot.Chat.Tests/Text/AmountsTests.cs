using Bot.Briefings.Model;
using Bot.Chat.Text;

namespace Bot.Chat.Tests.Text;

public class AmountsTests
{
    [Theory]
    [InlineData("20176600000", "USD", "201億7660万ドル", "$20.1766B")]
    [InlineData("1200000000000", "JPY", "1兆2000億円", "¥1.2T")]
    [InlineData("8600000", "EUR", "860万ユーロ", "€8.6M")]
    [InlineData("12345678", "GBP", "1234万5678ポンド", "£12.345678M")]
    [InlineData("950", "USD", "950ドル", "$950")]
    [InlineData("1500", "USD", "1500ドル", "$1.5K")]
    [InlineData("10000.5", "USD", "1万0.5ドル", "$10.0005K")]
    [InlineData("0", "USD", "0ドル", "$0")]
    [InlineData("5000000", "ZAR", "500万 ZAR", "ZAR 5M")]
    public void An_exact_amount_is_not_rounded(string value, string currency, string japanese, string english)
    {
        var amount = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(japanese, Amounts.Exact(amount, currency, Locale.Japanese));
        Assert.Equal(english, Amounts.Exact(amount, currency, Locale.English));
    }

    [Fact]
    public void An_English_frame_shows_its_short_form_and_once_the_written_one()
    {
        var money = new Money(20_000_000_000m, null, null, "USD", false, "200億ドル");
        Assert.Equal(("$20B", "200億ドル"), Amounts.Split(money, "200億ドル", Locale.English));
        Assert.Equal(("200億ドル", null), Amounts.Split(money, "200億ドル", Locale.Japanese));
    }

    [Fact]
    public void An_amount_written_in_English_stands_as_written_in_both_frames()
    {
        var money = new Money(140_000_000m, null, null, "USD", false, "$140 million");
        Assert.Equal(("$140 million", null), Amounts.Split(money, "$140 million", Locale.English));
        Assert.Equal(("$140 million", null), Amounts.Split(money, "$140 million", Locale.Japanese));
    }

    [Fact]
    public void Ranges_and_approximate_amounts_keep_their_kind_in_the_short_form()
    {
        Assert.Equal("$500M–$700M", Amounts.Short(new Money(null, 500_000_000m, 700_000_000m, "USD", false, "5〜7億ドル"), Locale.English));
        Assert.Equal("about $4M", Amounts.Short(new Money(4_000_000m, null, null, "USD", true, "約400万ドル"), Locale.English));
        Assert.Null(Amounts.Short(new Money(null, null, null, "USD", false, "?"), Locale.English));
    }
}
