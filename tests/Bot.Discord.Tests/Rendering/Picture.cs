using System.Globalization;
using System.Text;
using System.Text.Json;
using Bot.Discord.Rendering;

namespace Bot.Discord.Tests.Rendering;

/// <summary>A rendered message in readable form: the bar, the texts as sent, horizontal lines, buttons with what they carry.</summary>
internal static class Picture
{
    public static string Of(DiscordMessage message)
    {
        using var document = JsonDocument.Parse(message.ToPayload());
        var picture = new StringBuilder();
        if (message.ThreadName is { } name)
        {
            picture.Append("thread: ").AppendLine(name);
        }

        picture.Append(
            CultureInfo.InvariantCulture,
            $"flags {document.RootElement.GetProperty("flags")}, allowed_mentions {document.RootElement.GetProperty("allowed_mentions")}\n"
        );
        if (document.RootElement.TryGetProperty("content", out var content))
        {
            foreach (var line in content.GetString()!.Split('\n'))
            {
                picture.Append(line.TrimEnd()).Append('\n');
            }
        }

        foreach (var component in document.RootElement.GetProperty("components").EnumerateArray())
        {
            Draw(component, picture, "");
        }

        return picture.ToString();
    }

    private static void Draw(JsonElement component, StringBuilder picture, string bar)
    {
        switch (component.GetProperty("type").GetInt32())
        {
            case 1:
                picture
                    .Append(bar)
                    .AppendJoin(
                        "  ",
                        component
                            .GetProperty("components")
                            .EnumerateArray()
                            .Select(button => $"‹{button.GetProperty("label")}› {button.GetProperty("custom_id")}")
                    )
                    .Append('\n');
                break;
            case 10:
                foreach (var line in component.GetProperty("content").GetString()!.Split('\n'))
                {
                    picture.Append((bar + line).TrimEnd()).Append('\n');
                }

                picture.Append(bar).Append(" .\n");
                break;
            case 14:
                picture.Append(bar).Append("────────\n");
                break;
            case 17:
                picture.Append(CultureInfo.InvariantCulture, $"container #{component.GetProperty("accent_color").GetInt32():X6}\n");
                foreach (var child in component.GetProperty("components").EnumerateArray())
                {
                    Draw(child, picture, "▌ ");
                }

                break;
            default:
                picture.Append(bar).Append("? ").Append(component.GetRawText()).Append('\n');
                break;
        }
    }
}
