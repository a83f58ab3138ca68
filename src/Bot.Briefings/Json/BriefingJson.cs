using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Briefings.Model;

namespace Bot.Briefings.Json;

/// <summary>Writes a briefing as JSON by the briefing schema: every key always present, indented, other scripts unescaped.</summary>
public static class BriefingJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Briefing briefing)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            Write(briefing, writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static void Write(Briefing briefing, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("date", briefing.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString(
            "language",
            briefing.Language switch
            {
                BriefingLanguage.Japanese => "ja",
                BriefingLanguage.English => "en",
                BriefingLanguage.Chinese => "zh",
                BriefingLanguage.Korean => "ko",
                _ => "mixed",
            }
        );
        json.WriteString("title", briefing.Title);
        json.WriteString("lead", briefing.Lead);
        List(
            json,
            "sections",
            briefing.Sections,
            section =>
            {
                json.WriteString("kind", SectionKindName.Of(section.Kind));
                json.WriteString("heading", section.Heading);
                json.WriteNumber("order", section.Order);
                json.WriteNumber("itemCount", section.ItemCount);
            }
        );
        List(
            json,
            "news",
            briefing.News,
            item =>
            {
                json.WriteString("section", SectionKindName.Of(item.Section));
                json.WriteString("headline", item.Headline);
                Numbers(json, item.Citations);
            }
        );
        List(json, "funding", briefing.Funding, round => Funding(json, round));
        List(
            json,
            "outlook",
            briefing.Outlook,
            outlook =>
            {
                json.WriteString(
                    "horizon",
                    outlook.Horizon switch
                    {
                        Horizon.Short => "short",
                        Horizon.Medium => "medium",
                        _ => "long",
                    }
                );
                json.WriteString("headline", outlook.Headline);
                json.WriteString("textStart", outlook.Text);
                json.WriteString("from", Month(outlook.From));
                json.WriteString("to", Month(outlook.To));
            }
        );
        List(
            json,
            "insights",
            briefing.Insights,
            insight =>
            {
                json.WriteString("headline", insight.Headline);
                json.WriteString("text", insight.Text);
                Numbers(json, insight.Citations);
            }
        );
        List(
            json,
            "deepDives",
            briefing.DeepDives,
            dive =>
            {
                json.WriteString("title", dive.Title);
                Numbers(json, dive.Citations);
            }
        );
        List(
            json,
            "tables",
            briefing.Tables,
            table =>
            {
                json.WriteString("section", SectionKindName.Of(table.Section));
                Strings(json, "columns", table.Columns);
                json.WriteNumber("rowCount", table.RowCount);
            }
        );
        List(
            json,
            "references",
            briefing.References,
            reference =>
            {
                Number(json, "number", reference.Number);
                json.WriteString("publisher", reference.Publisher);
                json.WriteString("date", reference.Date);
                json.WriteString("title", reference.Title);
                json.WriteString("url", reference.Url);
            }
        );
        List(
            json,
            "inlineSources",
            briefing.InlineSources,
            source =>
            {
                json.WriteString("publisher", source.Publisher);
                json.WriteString("url", source.Url);
            }
        );
        List(
            json,
            "warnings",
            briefing.Warnings,
            warning =>
            {
                json.WriteString("code", warning.Code);
                json.WriteString("detail", $"{warning.Position} {warning.Detail}");
            }
        );
        json.WriteEndObject();
    }

    private static string? Month(DateOnly? month) => month?.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static void Funding(Utf8JsonWriter json, FundingRound round)
    {
        json.WriteString("company", round.Company);
        if (round.Aliases.Count > 0)
        {
            Strings(json, "companyAliases", round.Aliases);
        }

        json.WriteString("status", round.Status == FundingStatus.Planned ? "planned" : "completed");
        Number(json, "amountUsd", round.Amount is { Currency: "USD" } amount ? amount.Value : null);
        Money(json, "amount", round.Amount);
        Money(json, "valuation", round.Valuation);
        json.WriteBoolean("undisclosed", round.Undisclosed);
        json.WriteString("stage", round.Stage);
        Strings(json, "investors", round.Investors);
        Numbers(json, round.Citations);
    }

    private static void Money(Utf8JsonWriter json, string key, Money? money)
    {
        if (money is null)
        {
            json.WriteNull(key);
            return;
        }

        json.WriteStartObject(key);
        Number(json, "value", money.Value);
        Number(json, "min", money.Min);
        Number(json, "max", money.Max);
        json.WriteString("currency", money.Currency);
        json.WriteBoolean("approximate", money.Approximate);
        json.WriteString(
            "degree",
            money.Degree switch
            {
                MoneyDegree.UpTo => "up-to",
                MoneyDegree.Over => "over",
                MoneyDegree.AtLeast => "at-least",
                MoneyDegree.About => "about",
                _ => null,
            }
        );
        json.WriteString("raw", money.Raw);
        json.WriteEndObject();
    }

    /// <summary>A whole number is written without a fraction (1.5 × 10⁸ is 150000000, not 150000000.0).</summary>
    private static void Number(Utf8JsonWriter json, string key, decimal? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(key, number == decimal.Truncate(number) ? decimal.Truncate(number) : number);
        }
        else
        {
            json.WriteNull(key);
        }
    }

    private static void Numbers(Utf8JsonWriter json, IReadOnlyList<int> numbers)
    {
        json.WriteStartArray("citations");
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    private static void Strings(Utf8JsonWriter json, string key, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(key);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void List<T>(Utf8JsonWriter json, string key, IReadOnlyList<T> items, Action<T> write)
    {
        json.WriteStartArray(key);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
